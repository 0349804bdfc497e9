import { events, inNewestVersion, UnknownEventError } from '@tenure/customer';
import { customerStreams, type Projection } from '@tenure/projecting';

const ofCustomers = new Map(events.map(({ type, versions }) => [type, new Set(versions)]));
/** Events on streams of other kinds have one version so far. */
const ofOthers = new Set([1]);

/**
 * The same projection, which then needs to know the newest version of each event only. It throws at a version of an event that this
 * version of Tenure does not know, because a later one has written it.
 * The customer, or other subject, is then parked instead of being folded by rules that may have changed; once the roles run the later
 * version, `retry` continues.
 * An unknown type of event parks nobody: no rule of this version is about it, and the rules of the later one belong to other versions
 * of the read models, which are rebuilt.
 */
export function rejectingUnknownEvents<Document>(projection: Projection<Document>): Projection<Document> {
  const isOfCustomers = projection.of.name === customerStreams.name;
  return {
    ...projection,
    evolve(document, event) {
      const known = isOfCustomers ? ofCustomers.get(event.type) : projection.reads.includes(event.type) ? ofOthers : undefined;
      if (known?.has(event.version) === false) throw new UnknownEventError(event.type, event.version);
      return projection.evolve(document, isOfCustomers ? inNewestVersion(event) : event);
    },
  };
}
