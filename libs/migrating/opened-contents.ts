import { inNewestVersion } from '@tenure/customer';
import { openWhatOpens, type Vault } from '@tenure/vault';
import type { Contents } from './compare-logs.js';
import { contentOf } from './content-of.js';

/**
 * What events say to whoever has the keys, each in the newest version of its type: the same of an event in clear and of its sealed copy. One that
 * does not open says what is recorded. @throws VaultUnavailable, LogSecretMissing
 */
export function openedContents(vault: Vault): Contents {
  return async (events) =>
    (await openWhatOpens(events, vault)).map(({ event }) => {
      const { position, stream, revision, type, version, occurredAt, precision, recordedAt, data, personal, metadata } = inNewestVersion(event);
      return contentOf({ position, stream, revision, type, version, occurredAt, precision, recordedAt, data, personal, metadata });
    });
}
