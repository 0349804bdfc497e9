import type { RecordedEvent } from '@tenure/event-log';
import { LogSecretMissing } from '@tenure/log-secret';
import { VaultUnavailable } from './errors.js';
import { openWhatOpens } from './open-events.js';
import type { Vault } from './vault.js';

/** For a caller that may see personal data: events in clear as far as they open. One that does not open stays sealed, and has its `keyEpoch`. */
export function openingEvents(vault: Vault): (events: readonly RecordedEvent[]) => Promise<readonly RecordedEvent[]> {
  return async (events) => {
    try {
      return (await openWhatOpens(events, vault)).map(({ event }) => event);
    } catch (error) {
      if (error instanceof LogSecretMissing || error instanceof VaultUnavailable) return events;
      throw error;
    }
  };
}
