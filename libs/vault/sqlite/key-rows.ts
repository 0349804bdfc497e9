import type { WrappedKey } from '../keys.js';

/** Columns of the table `customer_key`, in the order of a `KeyRow`. */
export const KEY_COLUMNS = 'customer, epoch, secret_epoch, wrapped';

export type KeyRow = [customerId: string, epoch: number, secretEpoch: number, wrapped: Buffer];

export function toKey([customerId, epoch, secretEpoch, wrapped]: KeyRow): WrappedKey {
  return { customerId, epoch, secretEpoch, wrapped };
}
