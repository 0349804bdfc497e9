import type { ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { NoAnswer, within } from './deadline.js';

/** The client gives reads no deadline: a server that stops in the middle would hold the reader for ever. @param left ends the read early */
export async function readPage<Event extends ResolvedEvent>(reading: StreamingRead<Event>, deadlineMs: number, left: AbortSignal): Promise<Event[]> {
  const events: Event[] = [];
  const read = new Promise<Event[]>((resolve, reject) => {
    reading.on('data', (event: Event) => events.push(event));
    reading.on('end', () => resolve(events));
    // This listener stays: the client may report an error after the end, and an unhandled error would end the process.
    reading.on('error', reject);
  });
  try {
    return await within(deadlineMs, read, left);
  } catch (error) {
    // Rejects only with the reason why the read could not begin, which the caller that gave it up no longer needs.
    if (error instanceof NoAnswer) reading.cancel().catch(() => undefined);
    throw error;
  }
}
