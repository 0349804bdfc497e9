import { InvalidPosition, LogRefused } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { eventId } from './event-id.js';
import type { EventLogReader, LogHead } from './event-log.js';
import { type LogRestored, RESTORES } from './restores.js';

/** How far a follower has followed a log. A note from before logs had ids names neither log nor event. */
export interface FollowedTo {
  readonly logId?: string | null;
  readonly position: Position;
  readonly recordedAt: number | null;
  readonly eventId?: string | null;
}

/**
 * Why the log does not hold what the follower has followed:
 * - `another-log`: the follower followed another log;
 * - `log-behind`: the log ends before the follower's position: an earlier state of it was restored;
 * - `other-events`: another event lies there: an earlier state was restored, and has been appended to since.
 */
export interface Break {
  readonly code: 'another-log' | 'log-behind' | 'other-events';
  readonly detail: string;
  readonly followed: FollowedTo;
}

/** What a check needs from a log to tell whether it is the one that was followed. */
export type FollowedLog = Pick<EventLogReader, 'id' | 'at' | 'head'>;

/** Where an event lies, for followers of the log. */
export function placeOf({ position, recordedAt, stream, metadata }: RecordedEvent): LogHead {
  return { position, recordedAt, eventId: eventId(stream, metadata) };
}

/**
 * Why the follower's position is not in this log; null when it is. Events are only ever added, so a follower with the right event at one
 * place has all events before it from the same log.
 */
export async function breakOf(log: FollowedLog, followed: FollowedTo): Promise<Break | null> {
  const { position, recordedAt, logId, eventId: known } = followed;
  const id = await log.id();
  if (id !== null && logId && logId !== id) return { code: 'another-log', detail: `they are of log ${logId}, and this is log ${id}`, followed };
  const there = await lastUpTo(log, position);
  if (there === 'no-position') return { code: 'another-log', detail: `they stand at ${position}, which is no position of this log`, followed };
  if (there?.position !== position) {
    const end = (await log.head())?.position ?? 'its beginning';
    return { code: 'log-behind', detail: `they stand at ${position}, and the log ends at ${end}`, followed };
  }
  if ((known && known !== there.eventId) || (recordedAt !== null && recordedAt !== there.recordedAt)) {
    return { code: 'other-events', detail: `at ${position} the log holds another event than the one they have taken in`, followed };
  }
  return null;
}

/**
 * Whether facts that were followed are no longer in this log and nobody has declared them given up. They are not missing where the log
 * holds the furthest event at another place, as a copy does. They are given up where the event was recorded before the log was restored.
 */
export async function isLoss(log: Pick<EventLogReader, 'readStream' | 'readAll' | 'positionAt'>, { followed }: Break): Promise<boolean> {
  return !(await holdsElsewhere(log, followed)) && !(await isGivenUp(log, followed));
}

/** @param what the followers of the log, in the plural */
export function lossOf(what: string, { detail }: Break): LogRefused {
  return new LogRefused(
    'facts-missing',
    `${what} are not of this log: ${detail}. Events that were recorded may be lost: a log was put in the place of another, emptied, or restored to an earlier state. ` +
      'Put the right log back, or name it in EVENTSTOREDB_URL; nothing was changed, and nothing is recorded, published or folded meanwhile. To go on with this log, without ' +
      'what is missing, for ever: tenure republish --accept-loss --reason WHY --url (of query-api).',
  );
}

async function lastUpTo(log: Pick<EventLogReader, 'at'>, position: Position): Promise<LogHead | null | 'no-position'> {
  try {
    return await log.at(position);
  } catch (error) {
    if (error instanceof InvalidPosition) return 'no-position';
    throw error;
  }
}

const PAGE = 500;

/** A copy keeps the order of the original: a copy that holds that event also holds all the earlier ones. */
async function holdsElsewhere(log: Pick<EventLogReader, 'readAll' | 'positionAt'>, { eventId: known, recordedAt }: FollowedTo): Promise<boolean> {
  if (!known || recordedAt === null) return false;
  let after = await log.positionAt(recordedAt - 1);
  for (;;) {
    const page = await log.readAll({ after, limit: PAGE });
    for (const event of page) {
      if (event.recordedAt > recordedAt) return false;
      if (placeOf(event).eventId === known) return true;
    }
    if (page.length < PAGE) return false;
    after = page.at(-1)!.position;
  }
}

async function isGivenUp(log: Pick<EventLogReader, 'readStream'>, { recordedAt }: FollowedTo): Promise<boolean> {
  const restores = await log.readStream(RESTORES);
  return restores.some(({ recordedAt: restoredAt, data }) => {
    const { lost } = data as LogRestored;
    return (recordedAt ?? 0) <= Math.max(restoredAt, lost?.recordedAt ?? 0);
  });
}
