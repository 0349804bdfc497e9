import { type EventLogReader, streamOf } from '@tenure/event-log';

/** Whether anything is recorded about a customer. */
export async function isKnownCustomer(log: Pick<EventLogReader, 'readStream'>, customerId: string): Promise<boolean> {
  return (await log.readStream(streamOf(customerId), { limit: 1 })).length > 0;
}
