import { CUSTOMER_STREAMS } from '@tenure/event-log';
import type { StreamKind } from '@tenure/streams';

/** The kind of stream that a projection is about, with one stream per id: each stream has one document, whose key is its id. */
export type ProjectedKind = Pick<StreamKind, 'name' | 'prefix'>;

export const customerStreams: ProjectedKind = { name: 'customer', prefix: CUSTOMER_STREAMS };

/** Customers' streams come through the topic and are partitioned; all others are undivided, and followed from the log. */
export const isOfCustomers = ({ of }: { readonly of: ProjectedKind }): boolean => of.name === customerStreams.name;

/** Null for a stream of another kind. */
export function keyOf({ prefix }: ProjectedKind, stream: string): string | null {
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : null;
}

/** Groups things by their kind, in the order in which the kinds first appear. */
export function byKind<Thing>(things: readonly Thing[], kindOf: (thing: Thing) => ProjectedKind): ReadonlyMap<ProjectedKind, readonly Thing[]> {
  const groups = new Map<string, { readonly kind: ProjectedKind; readonly group: Thing[] }>();
  for (const thing of things) {
    const kind = kindOf(thing);
    const known = groups.get(kind.prefix);
    if (known) known.group.push(thing);
    else groups.set(kind.prefix, { kind, group: [thing] });
  }
  return new Map([...groups.values()].map(({ kind, group }) => [kind, group]));
}
