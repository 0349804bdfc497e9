import { InvalidPosition, LogRefused } from './errors.js';
import type { Position, RecordedEvent } from './event.js';
import { eventId } from './event-id.js';
import type { EventLogReader, LogHead } from './event-log.js';
import { type LogRestored, RESTORES } from './restores.js';

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
  readonly followed: FollowedTo;
}

/** What has to be asked of a log to know whether it is the one that was followed. */
export type FollowedLog = Pick<EventLogReader, 'id' | 'at' | 'head'>;

/** Where an event lies, for those who follow the log. */
export function placeOf({ position, recordedAt, stream, metadata }: RecordedEvent): LogHead {
  return { position, recordedAt, eventId: eventId(stream, metadata) };
}

/** Events are only ever added: who has the right event at one place has had all those before it from the same log. Null when it is so. */
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
 * Whether facts that were followed are in this log no more, and nobody has said that they are given up. They are not missing where the log
 * holds the furthest event at another place, as a copy does; they are given up where it was recorded before the log was restored.
 */
export async function isLoss(log: Pick<EventLogReader, 'readStream' | 'readAll' | 'positionAt'>, { followed }: Break): Promise<boolean> {
  return !(await holdsElsewhere(log, followed)) && !(await isGivenUp(log, followed));
}

/** @param what that follows the log, in the plural */
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

/** A copy keeps the order of what it copies: behind that event it has all those before. */
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
