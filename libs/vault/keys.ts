/** A customer's key as it is kept: sealed under the key-encryption key. */
export interface WrappedKey {
  readonly customerId: string;
  /** From 1. */
  readonly epoch: number;
  /** Of the log's secret that the key-encryption key was made of. */
  readonly secretEpoch: number;
  readonly wrapped: Buffer;
}

/** Where the keys of customers lie. Every adapter passes `contract/keys.contract.ts`. */
export interface Keys {
  /** In words, for whoever has to put it back: `the file /data/vault.db`. */
  readonly place: string;
  /** Random, made with the first key; null while there is none. The log keeps it, so that another vault is told from its own. */
  id(): Promise<string | null>;
  /** Makes the id where there is none; durable when it resolves, with the one that is kept. */
  begin(id: string): Promise<string>;
  /** Of each customer the keys of all epochs; customers without one are left out. */
  read(customerIds: readonly string[]): Promise<WrappedKey[]>;
  /**
   * Keeps keys of an epoch of which their customers have none yet: of two makers the first wins. Durable when it resolves, with
   * the keys that are kept, in the order of those given: the very objects given where those were the first.
   */
  keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]>;
  close(): Promise<void>;
}
