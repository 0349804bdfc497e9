import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = { first: 500, longest: 10_000 } as const;
/** Errors that say that a server is missing now, rather than that the setup is wrong. */
const passing = new Set(['LogUnavailable', 'MongoDbUnavailable']);

export interface Waiting {
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Says before each pause what is missing, where, and what to do. */
  readonly told: (reason: string, retryInMs: number) => void;
}

/**
 * Tries until the servers are there, each time from the beginning, and says meanwhile what it waits for. Errors that no waiting
 * can fix are rethrown.
 */
export async function untilReachable<T>(start: () => Promise<T>, { signal, told }: Waiting): Promise<T> {
  for (let pause: number = PAUSE_MS.first; ; pause = Math.min(2 * pause, PAUSE_MS.longest)) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof Error && passing.has(error.name)) || signal.aborted) throw error;
      told(`${error.message} It is tried again until it answers.`, pause);
      await delay(pause, undefined, { signal });
    }
  }
}
