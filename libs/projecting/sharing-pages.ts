import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { LRUCache } from 'lru-cache';

/** The part of the log that a partition's projector reads. */
export type PartitionLog = Pick<EventLogReader, 'readAll' | 'readStream'>;

/** Pages kept. Readers in lockstep are at the same page or at the next. */
const PAGES = 3;

/**
 * The log for several readers that read it page by page from the same place: each page is read once. A page that is not
 * full ends at the end of the log, which is further on for a later reader: such a page is never shared.
 */
export function sharingPages(log: PartitionLog): PartitionLog {
  const pages = new LRUCache<string, Promise<RecordedEvent[]>>({ max: PAGES });
  return {
    readStream: (stream, options) => log.readStream(stream, options),
    async readAll({ after, limit }) {
      const name = `${limit}|${after ?? ''}`;
      const known = pages.get(name);
      const shared = known && (await known.catch(() => null));
      if (shared?.length === limit) return shared;
      const reading = log.readAll({ after, limit });
      pages.set(name, reading);
      return reading;
    },
  };
}
