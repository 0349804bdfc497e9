/** A customer's key as it is stored: sealed under the key-encryption key. */
export interface WrappedKey {
  readonly customerId: string;
  /** From 1. */
  readonly epoch: number;
  /** Epoch of the log's secret that the key-encryption key was derived from. */
  readonly secretEpoch: number;
  readonly wrapped: Buffer;
}

/** Where the keys of customers are stored. Every adapter passes `contract/keys.contract.ts`. */
export interface Keys {
  /** In words, for the operator who has to restore it: `the file /data/vault.db`. */
  readonly place: string;
  /** Random, made with the first key; null while there is none. The log records it, to distinguish its own vault from others. */
  id(): Promise<string | null>;
  /** Stores the id if there is none; durable when it resolves, with the stored one. */
  begin(id: string): Promise<string>;
  /** The keys of all epochs of each customer; customers without a key are left out. */
  read(customerIds: readonly string[]): Promise<WrappedKey[]>;
  /**
   * Stores keys of an epoch for which their customers have none yet: of two makers the first wins. Durable when it resolves,
   * with the stored keys, in the order of those given: the very objects given where those were the first.
   */
  keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]>;
  close(): Promise<void>;
}
