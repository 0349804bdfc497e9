import { inNewestVersion } from '@tenure/customer';
import { openWhatOpens, type Vault } from '@tenure/vault';
import type { Contents } from './compare-logs.js';
import { contentOf } from './content-of.js';

/**
 * What events say to a holder of the keys, each in the newest version of its type: the same for an event in clear and for its sealed copy. An
 * event that does not open is represented as recorded. @throws VaultUnavailable, LogSecretMissing
 */
export function openedContents(vault: Vault): Contents {
  return async (events) =>
    (await openWhatOpens(events, vault)).map(({ event }) => {
      const { position, stream, revision, type, version, occurredAt, precision, recordedAt, data, personal, metadata } = inNewestVersion(event);
      return contentOf({ position, stream, revision, type, version, occurredAt, precision, recordedAt, data, personal, metadata });
    });
}
