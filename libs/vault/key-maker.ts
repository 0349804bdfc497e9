import { randomBytes } from 'node:crypto';
import type { KeyedHash } from '@tenure/log-secret';
import type { Keys, WrappedKey } from './keys.js';
import { WRAPPING_BYTES, wrap } from './wrapping.js';

/** A customer's key before it is wrapped. */
export interface NewKey {
  readonly customerId: string;
  /** `KEY_BYTES` random bytes. */
  readonly key: Buffer;
}

/** Wraps new keys and stores them, in this thread or in one of its own. */
export interface KeyMaker {
  /**
   * Durable when it resolves, with the existing keys of customers who had
   * one already: an existing key is never replaced.
   * @throws VaultUnavailable; some keys may be stored then
   */
  keep(made: readonly NewKey[], epoch: number, keyed: KeyedHash): Promise<readonly WrappedKey[]>;
  close(): Promise<void>;
}

export function makingHere(keys: Pick<Keys, 'keep'>): KeyMaker {
  return {
    async keep(made, epoch, keyed) {
      const nonces = randomBytes(WRAPPING_BYTES * made.length);
      const wrapped = made.map(({ customerId, key }, at) =>
        wrap(key, nonces.subarray(at * WRAPPING_BYTES, (at + 1) * WRAPPING_BYTES), customerId, epoch, keyed),
      );
      const kept = await keys.keep(wrapped);
      return kept.filter((key, at) => key !== wrapped[at]);
    },
    close: async () => undefined,
  };
}
