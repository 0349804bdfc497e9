import { customerOf, type EventLogReader, type RecordedEvent } from '@tenure/event-log';
import { vaultOf } from './belongs-to-log.js';
import { VaultUnavailable } from './errors.js';
import type { Keys } from './keys.js';

/** Sentences about the keys that a vault lacks and its log is sealed with. `place`: of the vault, in words. */
export const lackOf = {
  all: (place: string) => `the log is sealed with keys of customers, and there are none in ${place}`,
  itsOwn: (place: string) => `the keys of customers in ${place} belong to another log`,
  /** @param customer one of the customers whose key is missing */
  some: (place: string, customer: string, count = 1) =>
    `the log is sealed with keys that are not in ${place}: ${count === 1 ? 'that' : `${count}, one of them that`} of customer "${customer}"`,
};

/** @param undone what was not done, as the beginning of a sentence; @param lack a sentence of `lackOf` */
export function lacksKeys(undone: string, lack: string): VaultUnavailable {
  return new VaultUnavailable('missing', `${undone}: ${lack}. Put the vault back, from the backup that belongs to the log.`);
}

/**
 * A log to be read from its beginning. Reading fails where a key that it is sealed with is missing: a copy of the log would hide that.
 * Existing keys may still fail to open.
 * @param undone what was not done, as the beginning of a sentence
 */
export function readingWithAllKeys(log: Pick<EventLogReader, 'readAll' | 'readStream'>, keys: Keys, undone: string): Pick<EventLogReader, 'readAll'> {
  return {
    /** @throws VaultUnavailable, and the errors of the log */
    async readAll(options) {
      if (options.after === null) await refuseOtherVault(log, keys, undone);
      const events = await log.readAll(options);
      const missing = await withoutKey(events, keys);
      if (missing !== null) throw lacksKeys(undone, lackOf.some(keys.place, missing));
      return events;
    },
  };
}

async function refuseOtherVault(log: Pick<EventLogReader, 'readStream'>, keys: Keys, undone: string): Promise<void> {
  const named = await vaultOf(log);
  if (named === null) return;
  const there = await keys.id();
  if (there === null) throw lacksKeys(undone, lackOf.all(keys.place));
  if (there !== named) throw lacksKeys(undone, lackOf.itsOwn(keys.place));
}

/** The first customer with an event sealed by a key that is missing; null when all keys are there. */
async function withoutKey(events: readonly RecordedEvent[], keys: Keys): Promise<string | null> {
  const wanted = new Map<string, string>();
  for (const { stream, metadata } of events) {
    if (metadata.keyEpoch === undefined) continue;
    const customerId = customerOf(stream)!;
    wanted.set(`${metadata.keyEpoch} ${customerId}`, customerId);
  }
  if (wanted.size === 0) return null;
  const there = await keys.read([...new Set(wanted.values())]);
  for (const { epoch, customerId } of there) wanted.delete(`${epoch} ${customerId}`);
  return wanted.values().next().value ?? null;
}
