import type { EventLogReader } from '@tenure/event-log';
import type { WaitingSince } from './as-of.js';

/** The part of the log that queries need: how far they are behind it, the fits of the models, and the terms of figures. */
export interface QueriedLog extends Pick<EventLogReader, 'readStream'> {
  readonly waitingSince: WaitingSince;
}

/** Reads the log each time: for a log in the same process. */
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
