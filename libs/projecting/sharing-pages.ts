import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { LRUCache } from 'lru-cache';

/** What the projector of a partition reads of the log. */
export type PartitionLog = Pick<EventLogReader, 'readAll' | 'readStream'>;

/** Pages at hand. Those who read side by side are at the same one or at the next. */
const PAGES = 3;

/**
 * The log in front of several who read it page by page from the same place: each page is read once. A page that is not
 * full ends where the log ends, which is later for whoever asks later: so that one is never shared.
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
