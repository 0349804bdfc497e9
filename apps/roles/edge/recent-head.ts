import type { LogHead } from '@tenure/event-log';
import type { QueriedLog } from '@tenure/querying';

const RECENT_MS = 100;

/**
 * A log whose head is asked for at most ten times a second, however many queries want to say how far they are behind:
 * a lag may be that much too small, and nothing else depends on it.
 */
export function recentHead(log: QueriedLog): QueriedLog {
  let asked: Promise<LogHead | null> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    readAll: (options) => log.readAll(options),
    readStream: (stream, options) => log.readStream(stream, options),
    head() {
      if (!asked || performance.now() - askedAt > RECENT_MS) {
        askedAt = performance.now();
        asked = log.head();
        asked.catch(() => {
          asked = null;
        });
      }
      return asked;
    },
  };
}
