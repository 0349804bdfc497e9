import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessKeys } from '@tenure/access';
import type { Logger } from 'pino';

/** How soon a key that was made or revoked in another process counts here. */
const EVERY_MS = 500;

/** Takes over changes that other processes make to the API keys, and records which keys were used here, until the returned function is called. */
export function keepKeysCurrent(keys: AccessKeys, logger: Logger): () => void {
  const closed = new AbortController();
  void followKeys(keys, logger, closed.signal);
  return () => closed.abort();
}

/** One look at a time: a slow log never gets two requests at once. */
async function followKeys(keys: AccessKeys, logger: Logger, closed: AbortSignal): Promise<void> {
  let failed = '';
  while (!closed.aborted) {
    const failure = await keys
      .catchUp()
      .then(() => keys.recordUses())
      .then(
        () => '',
        (error: Error) => error.message,
      );
    if (failure !== '' && failure !== failed && !closed.aborted) logger.warn(`The API keys cannot be followed: ${failure}`);
    failed = failure;
    await sleep(EVERY_MS, undefined, { signal: closed, ref: false }).catch(() => undefined);
  }
}
