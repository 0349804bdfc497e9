import type { ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { NoAnswer } from './deadline.js';

/** The client gives reads no deadline: a server that stops in the middle would hold the reader for ever. */
export function readPage<Event extends ResolvedEvent>(reading: StreamingRead<Event>, deadlineMs: number): Promise<Event[]> {
  return new Promise((resolve, reject) => {
    const events: Event[] = [];
    const late = setTimeout(() => {
      // Rejects only with why the read could not begin, which is no news to somebody who has given it up.
      reading.cancel().catch(() => undefined);
      reject(new NoAnswer(deadlineMs));
    }, deadlineMs);
    reading.on('data', (event: Event) => events.push(event));
    reading.on('end', () => {
      clearTimeout(late);
      resolve(events);
    });
    // Stays on: the client may report an error after the end, and an unheard error would end the process.
    reading.on('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
  });
}
