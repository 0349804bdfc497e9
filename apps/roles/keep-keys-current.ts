import type { AccessKeys } from '@tenure/access';
import type { Logger } from 'pino';

/** How soon a key that was made or revoked in another process counts here. */
const EVERY_MS = 2_000;

/** Takes in what other processes do to the API keys, until the answer is called. */
export function keepKeysCurrent(keys: AccessKeys, logger: Logger): () => void {
  const timer = setInterval(() => keys.catchUp().catch((error: Error) => logger.warn(`The API keys cannot be read: ${error.message}`)), EVERY_MS);
  return () => clearInterval(timer);
}
