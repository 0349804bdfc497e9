import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KeyedHash, LogSecret } from '@tenure/log-secret';
import { LRUCache } from 'lru-cache';
import { CustomerKey, KEY_BYTES } from './customer-key.js';
import { keyDamaged, keyMissing } from './errors.js';
import type { Keys, WrappedKey } from './keys.js';
import { unwrap, WRAPPING_BYTES, wrap } from './wrapping.js';

/** Of one customer, by epoch; null: there is one, which does not open with the secret at hand. */
export type KeyRing = ReadonlyMap<number, CustomerKey | null>;

interface Waiting {
  resolve(rings: ReadonlyMap<string, KeyRing>): void;
  reject(error: unknown): void;
}

export interface VaultOptions {
  /** Of this many customers the keys are at hand. */
  readonly cachedCustomers?: number;
  /** Before a key is made: whether the vault is that of the log (`belongsToLog`). Left out by who only reads. */
  readonly mayMake?: (keys: Keys) => Promise<void>;
}

const FIRST_EPOCH = 1;

/** The keys of customers: made durably before they seal anything, found again to open it. */
export class Vault {
  readonly #rings: LRUCache<string, KeyRing>;
  readonly #mayMake: VaultOptions['mayMake'];
  #waiting = new Map<string, Waiting[]>();
  #making = false;

  constructor(
    private readonly keys: Keys,
    private readonly secret: Pick<LogSecret, 'keyed'>,
    { cachedCustomers = 50_000, mayMake }: VaultOptions = {},
  ) {
    this.#rings = new LRUCache({ max: cachedCustomers });
    this.#mayMake = mayMake;
  }

  get place(): string {
    return this.keys.place;
  }

  id(): Promise<string | null> {
    return this.keys.id();
  }

  /**
   * The key that seals what is recorded of a customer from now on; made, and durable, when it resolves. Whoever asks while others
   * are made waits for the next: an import of new customers pays one flush for all of a batch.
   * @throws VaultUnavailable, LogSecretMissing
   */
  async keyFor(customerId: string): Promise<CustomerKey> {
    const ring = this.#rings.get(customerId) ?? (await this.#made(customerId));
    const key = latestOf(ring);
    if (key === undefined) throw keyMissing(customerId, this.place);
    if (key === null) throw keyDamaged(customerId, this.place);
    return key;
  }

  /** The keys there are; customers without one are left out. @throws LogSecretMissing */
  async ringsOf(customerIds: Iterable<string>): Promise<Map<string, KeyRing>> {
    const found = new Map<string, KeyRing>();
    const wanted: string[] = [];
    for (const customerId of new Set(customerIds)) {
      const ring = this.#rings.get(customerId);
      if (ring) found.set(customerId, ring);
      else wanted.push(customerId);
    }
    if (wanted.length === 0) return found;
    for (const [customerId, ring] of toRings(await this.keys.read(wanted), await this.secret.keyed())) {
      this.#rings.set(customerId, ring);
      found.set(customerId, ring);
    }
    return found;
  }

  close(): Promise<void> {
    return this.keys.close();
  }

  async #made(customerId: string): Promise<KeyRing> {
    const rings = await new Promise<ReadonlyMap<string, KeyRing>>((resolve, reject) => {
      const others = this.#waiting.get(customerId);
      if (others) others.push({ resolve, reject });
      else this.#waiting.set(customerId, [{ resolve, reject }]);
      if (!this.#making) void this.#makeAll();
    });
    return rings.get(customerId)!;
  }

  async #makeAll(): Promise<void> {
    this.#making = true;
    // Whoever asks in this turn goes along.
    await nextTurn();
    while (this.#waiting.size > 0) {
      const together = this.#waiting;
      this.#waiting = new Map();
      const waiting = [...together.values()].flat();
      try {
        const rings = await this.#make([...together.keys()]);
        for (const { resolve } of waiting) resolve(rings);
      } catch (error) {
        for (const { reject } of waiting) reject(error);
      }
    }
    this.#making = false;
  }

  async #make(customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyRing>> {
    const keyed = await this.secret.keyed();
    const rings = await this.ringsOf(customerIds);
    const without = customerIds.filter((customerId) => !rings.has(customerId));
    if (without.length === 0) return rings;
    await this.#mayMake?.(this.keys);
    const [keys, nonces] = [KEY_BYTES, WRAPPING_BYTES].map((bytes) => dealt(randomBytes(bytes * without.length), bytes)) as [Buffer[], Buffer[]];
    const made = without.map((customerId, at) => wrap(keys[at]!, nonces[at]!, customerId, FIRST_EPOCH, keyed));
    for (const [at, kept] of (await this.keys.keep(made)).entries()) {
      const key = kept === made[at] ? keys[at]! : unwrap(kept, keyed);
      const ring: KeyRing = new Map([[kept.epoch, key && new CustomerKey(kept.epoch, key)]]);
      this.#rings.set(kept.customerId, ring);
      rings.set(kept.customerId, ring);
    }
    return rings;
  }
}

function toRings(keys: readonly WrappedKey[], keyed: KeyedHash): Map<string, Map<number, CustomerKey | null>> {
  const rings = new Map<string, Map<number, CustomerKey | null>>();
  for (const wrapped of keys) {
    const key = unwrap(wrapped, keyed);
    const ring = rings.get(wrapped.customerId) ?? new Map<number, CustomerKey | null>();
    ring.set(wrapped.epoch, key && new CustomerKey(wrapped.epoch, key));
    rings.set(wrapped.customerId, ring);
  }
  return rings;
}

function latestOf(ring: KeyRing): CustomerKey | null | undefined {
  return ring.get(Math.max(...ring.keys()));
}

function dealt(random: Buffer, bytes: number): Buffer[] {
  return Array.from({ length: random.length / bytes }, (_, at) => random.subarray(at * bytes, (at + 1) * bytes));
}
