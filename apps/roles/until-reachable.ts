import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

const PAUSE_MS = { first: 500, longest: 10_000 } as const;
/** Errors that say that a server is not there now, rather than that something is set up wrongly. */
const passing = new Set(['LogUnavailable', 'MongoDbUnavailable']);

/** Tries until the server is there, and says meanwhile what is waited for. What no waiting can mend is thrown on. */
export async function untilReachable<T>(open: () => Promise<T>, logger: Logger, signal: AbortSignal): Promise<T> {
  for (let pause: number = PAUSE_MS.first; ; pause = Math.min(2 * pause, PAUSE_MS.longest)) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof Error && passing.has(error.name)) || signal.aborted) throw error;
      logger.warn({ retryInMs: pause }, error.message);
      await delay(pause, undefined, { signal });
    }
  }
}
