import { VaultUnavailable } from './errors.js';
import type { WrappedKey } from './keys.js';

/**
 * The result of `Keys.keep`: for each given key the one that is stored, and the very object given where it is that one.
 * @throws VaultUnavailable when none is stored: the store acknowledged it, and does not have it
 */
export function asKept(given: readonly WrappedKey[], there: readonly WrappedKey[], place: string): WrappedKey[] {
  const kept = new Map(there.map((key) => [`${key.epoch} ${key.customerId}`, key]));
  return given.map((key) => {
    const found = kept.get(`${key.epoch} ${key.customerId}`);
    if (found === undefined) {
      const detail = `The key of customer "${key.customerId}" was not kept: ${place}. Nothing was sealed with it. Send the same request again.`;
      throw new VaultUnavailable('unreachable', detail);
    }
    return found.wrapped.equals(key.wrapped) ? key : found;
  });
}
