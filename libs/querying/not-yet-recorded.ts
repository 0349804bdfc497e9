import { type EventLogReader, type RecordedEvent, streamOf } from '@tenure/event-log';
import { NotFound } from './not-found.js';

/** Why a customer who is known now was not known at an earlier moment: facts may be dated before the day they were recorded. */
export function notYetRecorded(customerId: string, { recordedAt, position }: Pick<RecordedEvent, 'recordedAt' | 'position'>): NotFound {
  const time = new Date(recordedAt).toISOString();
  return new NotFound(
    'customer-not-yet-recorded',
    `Nothing of customer "${customerId}" had been recorded by then: it begins on ${time.slice(0, 10)} (${time}, position ${position}). asAt goes by when facts were recorded, not by when they happened: ask from there on.`,
  );
}

/** The same error, or a better one where the customer was recorded later. */
export async function explainPast(error: unknown, log: Pick<EventLogReader, 'readStream'>, customerId: string | undefined): Promise<unknown> {
  if (!(error instanceof NotFound) || error.code !== 'customer-unknown' || customerId === undefined) return error;
  const [first] = await log.readStream(streamOf(customerId), { limit: 1 });
  return first === undefined ? error : notYetRecorded(customerId, first);
}
