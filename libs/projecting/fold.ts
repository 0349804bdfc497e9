import type { RecordedEvent } from '@tenure/event-log';
import type { StoredDocument } from '@tenure/read-store';
import type { Projection } from './projection.js';
import type { SumChanges } from './sum-changes.js';

/** A customer's document in hand: parsed, as `evolve` takes it. */
export interface HeldDocument {
  /** Of the last event in it. */
  readonly revision: number;
  readonly document: unknown;
}

export type FoldResult =
  | { readonly outcome: 'folded'; readonly stored: StoredDocument; readonly held: HeldDocument }
  /** `before`: how many of the events went through. What was held may be half changed: let go of it. */
  | { readonly outcome: 'stopped'; readonly before: number; readonly at: RecordedEvent; readonly reason: string };

export function hold({ revision, body }: StoredDocument): HeldDocument {
  return { revision, document: JSON.parse(body) };
}

/**
 * Takes one customer's document over the next events of its stream, which follow its revision without a gap, and
 * notes what its contributions change; a fold that throws notes nothing.
 */
export function foldCustomer(
  projection: Projection,
  key: string,
  held: HeldDocument | null,
  events: readonly RecordedEvent[],
  sums: SumChanges,
  discarded?: ReadonlySet<number>,
): FoldResult {
  let document = held ? held.document : projection.initial(key);
  const before = held ? projection.contributions(document) : [];
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    // An event that was discarded counts as folded: the document's revision passes it.
    if (discarded?.has(event.revision)) continue;
    try {
      document = projection.evolve(document, event);
    } catch (error) {
      return { outcome: 'stopped', before: i, at: event, reason: error instanceof Error ? error.message : String(error) };
    }
  }
  sums.move(before, projection.contributions(document));
  const revision = events.length > 0 ? events[events.length - 1]!.revision : (held?.revision ?? -1);
  return { outcome: 'folded', stored: { key, revision, body: JSON.stringify(document) }, held: { revision, document } };
}
