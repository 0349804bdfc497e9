import type { QueriedLog } from '@tenure/querying';
import { LRUCache } from 'lru-cache';

const RECENT_MS = 100;
/** Read models stand at a few places at a time. */
const PLACES = 8;

/**
 * A log whose head, and what comes next after a place, is asked for at most ten times a second, however many queries want
 * to say how far they are behind: a lag may be that much wrong, and nothing else depends on it.
 */
export function recentLook(log: QueriedLog): QueriedLog {
  const head = recent(() => log.head());
  const nexts = new LRUCache<string, () => ReturnType<QueriedLog['readAll']>>({ max: PLACES });
  return {
    head,
    readAll(options) {
      if (options.limit !== 1) return log.readAll(options);
      const place = options.after ?? '';
      const next = nexts.get(place) ?? recent(() => log.readAll(options));
      nexts.set(place, next);
      return next();
    },
    readStream: (stream, options) => log.readStream(stream, options),
  };
}

function recent<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (!asked || performance.now() - askedAt > RECENT_MS) {
      askedAt = performance.now();
      asked = ask();
      asked.catch(() => {
        asked = null;
      });
    }
    return asked;
  };
}
