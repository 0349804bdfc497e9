import type { RecordedEvent } from '@tenure/event-log';
import { keyOf, type ProjectedKind } from './projected-kind.js';

/** Events of a batch by their stream of one kind, in the order in which they came; the key of a stream is its id. */
export type EventsByKey = ReadonlyMap<string, readonly RecordedEvent[]>;

export const NO_EVENTS: EventsByKey = new Map();

/** Leaves out events on streams of other kinds, and on streams that are not wanted. */
export function groupByKey(kind: ProjectedKind, events: readonly RecordedEvent[], wanted: (key: string) => boolean = () => true): EventsByKey {
  const byKey = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const key = keyOf(kind, event.stream);
    if (key === null) continue;
    const list = byKey.get(key);
    if (list) list.push(event);
    else if (wanted(key)) byKey.set(key, [event]);
  }
  return byKey;
}
