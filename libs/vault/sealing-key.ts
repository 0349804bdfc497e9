import type { CustomerKey } from './customer-key.js';

/** The key of a customer, which seals already while it is being kept. */
export class SealingKey {
  /** @param keeping resolves when the key is durable, with that of the customer where there was one already; null for one that is durable. */
  constructor(
    readonly key: CustomerKey,
    private readonly keeping: (() => Promise<CustomerKey>) | null,
  ) {}

  /** Nothing that is sealed is recorded before. @returns the key that is kept: another one when somebody else was first @throws VaultUnavailable */
  durable(): Promise<CustomerKey> | CustomerKey {
    return this.keeping === null ? this.key : this.keeping();
  }
}
