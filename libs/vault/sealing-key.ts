import type { CustomerKey } from './customer-key.js';

/** The key of a customer, usable for sealing while it is still being stored. */
export class SealingKey {
  /** @param keeping resolves when the key is durable, with the customer's existing key where there was one already; null for a durable key */
  constructor(
    readonly key: CustomerKey,
    private readonly keeping: (() => Promise<CustomerKey>) | null,
  ) {}

  /** Await this before recording anything sealed. @returns the stored key: another one when another maker was first @throws VaultUnavailable */
  durable(): Promise<CustomerKey> | CustomerKey {
    return this.keeping === null ? this.key : this.keeping();
  }
}
