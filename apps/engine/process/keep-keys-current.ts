import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessKeys } from '@tenure/access';
import type { Logger } from 'pino';

/** How soon a key that was made or revoked in another process counts here. */
const EVERY_MS = 500;

/** Takes in what other processes do to the API keys, and records which were used here, until the answer is called. */
export function keepKeysCurrent(keys: AccessKeys, logger: Logger): () => void {
  const closed = new AbortController();
  void followKeys(keys, logger, closed.signal);
  return () => closed.abort();
}

/** One look after the other: however long the log takes, it is asked once at a time. */
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
