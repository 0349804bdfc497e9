import { InvalidPosition } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { eventId } from './event-id.js';
import type { EventLogReader, LogHead } from './event-log.js';

/** Where somebody stands who follows a log. What was noted before logs had ids knows neither log nor event. */
export interface FollowedTo {
  readonly logId?: string | null;
  readonly position: Position;
  readonly recordedAt: number | null;
  readonly eventId?: string | null;
}

/**
 * Why what has been followed is not what the log holds:
 * - `another-log`: it was another log;
 * - `log-behind`: the log ends before it: an earlier state of it has been put back;
 * - `other-events`: another event lies there: an earlier state was put back, and has gone on since.
 */
export interface Break {
  readonly code: 'another-log' | 'log-behind' | 'other-events';
  readonly detail: string;
}

/** Where an event lies, for those who follow the log. */
export function placeOf({ position, recordedAt, stream, metadata }: RecordedEvent): LogHead {
  return { position, recordedAt, eventId: eventId(stream, metadata) };
}

/** Events are only ever added: who has the right event at one place has had all those before it from the same log. Null when it is so. */
export async function breakOf(log: Pick<EventLogReader, 'id' | 'at' | 'head'>, followed: FollowedTo): Promise<Break | null> {
  const { position, recordedAt, logId, eventId: known } = followed;
  const id = await log.id();
  if (id !== null && logId && logId !== id) return { code: 'another-log', detail: `they are of log ${logId}, and this is log ${id}` };
  const there = await lastUpTo(log, position);
  if (there === 'no-position') return { code: 'another-log', detail: `they stand at ${position}, which is no position of this log` };
  if (there?.position !== position)
    return { code: 'log-behind', detail: `they stand at ${position}, and the log ends at ${(await log.head())?.position ?? 'its beginning'}` };
  if ((known && known !== there.eventId) || (recordedAt !== null && recordedAt !== there.recordedAt)) {
    return { code: 'other-events', detail: `at ${position} the log holds another event than the one they have taken in` };
  }
  return null;
}

async function lastUpTo(log: Pick<EventLogReader, 'at'>, position: Position): Promise<LogHead | null | 'no-position'> {
  try {
    return await log.at(position);
  } catch (error) {
    if (error instanceof InvalidPosition) return 'no-position';
    throw error;
  }
}
