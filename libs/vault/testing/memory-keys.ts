import type { Keys, WrappedKey } from '../keys.js';

/** Keys that end with the process. `batches` records which keys were stored together, `reads` which were read together. */
export class MemoryKeys implements Keys {
  readonly place = 'the memory of this test';
  batches = 0;
  reads = 0;
  readonly #keys = new Map<string, WrappedKey>();
  #id: string | null = null;

  async id(): Promise<string | null> {
    return this.#id;
  }
  async begin(id: string): Promise<string> {
    this.#id ??= id;
    return this.#id;
  }
  async read(customerIds: readonly string[]): Promise<WrappedKey[]> {
    this.reads += 1;
    return [...this.#keys.values()].filter(({ customerId }) => customerIds.includes(customerId));
  }
  async keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]> {
    this.batches += 1;
    return keys.map((key) => {
      const name = `${key.epoch} ${key.customerId}`;
      if (!this.#keys.has(name)) this.#keys.set(name, key);
      return this.#keys.get(name)!;
    });
  }
  /** Simulates a vault that was deleted, and came back empty. */
  lose(): void {
    this.#id = null;
    this.#keys.clear();
  }
  /** Simulates a restore from a backup made before this customer's key. */
  loseKeyOf(customerId: string): void {
    this.#keys.delete(`1 ${customerId}`);
  }
  async close(): Promise<void> {}
}
