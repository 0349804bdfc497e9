import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { streamNamed } from '@tenure/streams';
import type { EventsByKey } from './events-by-key.js';
import type { ProjectedKind } from './projected-kind.js';

/** Events of a customer that a feed should have brought before or between others, and that were read from the log instead. */
export interface Gap {
  readonly key: string;
  /** How many events. */
  readonly missing: number;
}

/**
 * What a feed has brought, twice, late and with holes, put in the order of the log: each customer's events from its cursor on, without
 * repeats and without holes. Customers without new events are left out.
 * @param revisions of the last event of each customer that has come so far
 */
export async function inSequence(
  kind: ProjectedKind,
  batch: EventsByKey,
  revisions: ReadonlyMap<string, number>,
  log: Pick<EventLogReader, 'readStream'>,
  onGap: (gap: Gap) => void,
): Promise<EventsByKey> {
  const whole = new Map<string, readonly RecordedEvent[]>();
  for (const [key, events] of batch) {
    const next = await sequenceOf(kind, key, (revisions.get(key) ?? -1) + 1, events, log, onGap);
    if (next.length > 0) whole.set(key, next);
  }
  return whole;
}

async function sequenceOf(
  kind: ProjectedKind,
  key: string,
  from: number,
  events: readonly RecordedEvent[],
  log: Pick<EventLogReader, 'readStream'>,
  onGap: (gap: Gap) => void,
): Promise<readonly RecordedEvent[]> {
  if (events.every((event, i) => event.revision === from + i)) return events;
  const brought = new Map<number, RecordedEvent>();
  for (const event of events) if (event.revision >= from) brought.set(event.revision, event);
  if (brought.size === 0) return [];
  const last = Math.max(...brought.keys());
  const missing = last - from + 1 - brought.size;
  if (missing === 0) return [...brought.values()].sort((a, b) => a.revision - b.revision);
  const whole = await log.readStream(streamNamed(kind, key), { from, limit: last - from + 1 });
  onGap({ key, missing });
  return whole;
}
