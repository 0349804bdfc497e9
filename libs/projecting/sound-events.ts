import { type RecordedEvent, verifyEvent } from '@tenure/event-log';

/** A customer's events as far as they are what was recorded, and why they end there; null when all are. Personal parts are looked at by who has the log's secret. */
export interface SoundEvents {
  readonly events: readonly RecordedEvent[];
  readonly damage: { readonly revision: number; readonly eventType: string; readonly reason: string } | null;
}

/** @param events of one customer's stream, from its beginning */
export function soundEvents(events: readonly RecordedEvent[]): SoundEvents {
  const at = events.findIndex((event, i) => event.revision !== i || verifyEvent(event) === 'damaged');
  if (at < 0) return { events, damage: null };
  const { revision, type, stream, position } = events[at]!;
  const reason =
    revision === at
      ? `The event at revision ${revision} of stream "${stream}" (position ${position}) is not what was recorded: its checksum does not match.`
      : `The event at revision ${at} of stream "${stream}" is missing: revision ${revision} (position ${position}) follows.`;
  return {
    events: events.slice(0, at),
    damage: { revision: at, eventType: type, reason: `${reason} Restore the log from a backup, and find out what has changed it.` },
  };
}
