import { type Integrity, type RecordedEvent, verifyEvent } from '@tenure/event-log';

/**
 * A customer's events as far as they are what was recorded, and why they end there; null when all are.
 * Personal parts are checked by the holder of the log's secret.
 */
export interface SoundEvents {
  readonly events: readonly RecordedEvent[];
  readonly damage: { readonly revision: number; readonly eventType: string; readonly reason: string } | null;
}

/** Every view folds the same events: each event is verified once. */
const verified = new WeakMap<RecordedEvent, Integrity>();

function integrityOf(event: RecordedEvent): Integrity {
  const integrity = verified.get(event) ?? verifyEvent(event);
  verified.set(event, integrity);
  return integrity;
}

/**
 * @param events of one customer's stream, from revision `from` on
 * @param discarded revisions that no view folds, whatever became of them
 */
export function soundEvents(events: readonly RecordedEvent[], from = 0, discarded?: ReadonlySet<number>): SoundEvents {
  const isSound = (event: RecordedEvent, i: number): boolean =>
    event.revision === from + i && (discarded?.has(event.revision) === true || integrityOf(event) !== 'damaged');
  const at = events.findIndex((event, i) => !isSound(event, i));
  if (at < 0) return { events, damage: null };
  const { revision, type, stream, position } = events[at]!;
  const reason =
    revision === from + at
      ? `The event at revision ${revision} of stream "${stream}" (position ${position}) is not what was recorded: its checksum does not match.`
      : `The event at revision ${from + at} of stream "${stream}" is missing: revision ${revision} (position ${position}) follows.`;
  return {
    events: events.slice(0, at),
    damage: { revision: from + at, eventType: type, reason: `${reason} Restore the log from a backup, and find out what has changed it.` },
  };
}
