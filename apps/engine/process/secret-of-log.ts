import { type EventLogReader, firstAndLast } from '@tenure/event-log';
import { type LogSecret, type SecretStore, storedSecret } from '@tenure/log-secret';

/** The secret of an engine's log: as the setting gives it, else where the profile keeps it. */
export function secretOfLog(log: EventLogReader, given: string | null, store: SecretStore): LogSecret {
  const hashes = async () => (await firstAndLast(log)).map(({ metadata }) => metadata.payloadHash);
  return storedSecret(given === null ? store : givenBySetting(given), hashes);
}

function givenBySetting(secret: string): SecretStore {
  return { place: 'the setting TENURE_LOG_SECRET', read: async () => secret, keep: async () => secret };
}
