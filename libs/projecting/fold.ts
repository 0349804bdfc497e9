import type { RecordedEvent } from '@tenure/event-log';
import type { StoredDocument } from '@tenure/read-store';
import type { Projection } from './projection.js';
import type { SumChanges } from './sum-changes.js';

export type FoldResult =
  | { readonly outcome: 'folded'; readonly document: StoredDocument }
  | { readonly outcome: 'stopped'; readonly document: StoredDocument | null; readonly at: RecordedEvent; readonly reason: string };

/**
 * Takes one customer's document over the next events of its stream, which follow its revision without a gap, and
 * notes what its contributions change. When the fold throws, the result is the document as it was before the event
 * that threw, with every event before that one in it.
 */
export function foldCustomer(
  projection: Projection,
  key: string,
  stored: StoredDocument | null,
  events: readonly RecordedEvent[],
  sums: SumChanges,
  discarded?: ReadonlySet<number>,
): FoldResult {
  // An event that was discarded counts as folded: the document's revision passes it.
  let document = stored ? JSON.parse(stored.body) : projection.initial(key);
  const before = stored ? projection.contributions(document) : [];
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    if (discarded?.has(event.revision)) continue;
    try {
      document = projection.evolve(document, event);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // evolve owns its document and may have changed half of it: fold the good part again from what was stored.
      const good = i === 0 ? stored : foldCustomer(projection, key, stored, events.slice(0, i), sums, discarded).document;
      return { outcome: 'stopped', document: good, at: event, reason };
    }
  }
  sums.move(before, projection.contributions(document));
  const revision = events.length > 0 ? events[events.length - 1]!.revision : (stored?.revision ?? -1);
  return { outcome: 'folded', document: { key, revision, body: JSON.stringify(document) } };
}
