import type { EventLogReader } from '@tenure/event-log';
import type { WaitingSince } from './as-of.js';

/** What queries need of the log: how far they are behind it, and the fits of the models. */
export interface QueriedLog extends Pick<EventLogReader, 'readStream'> {
  readonly waitingSince: WaitingSince;
}

/** Looks into the log each time: for a log that is at hand. */
export function queried(log: Pick<EventLogReader, 'head' | 'readAll' | 'readStream'>): QueriedLog {
  return {
    readStream: (stream, options) => log.readStream(stream, options),
    async waitingSince(position) {
      const head = await log.head();
      if (head === null || (position !== null && position >= head.position)) return null;
      const [waiting] = await log.readAll({ after: position, limit: 1 });
      return waiting?.recordedAt ?? null;
    },
  };
}
