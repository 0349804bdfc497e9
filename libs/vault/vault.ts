import { randomBytes } from 'node:crypto';
import type { KeyedHash, LogSecret } from '@tenure/log-secret';
import { LRUCache } from 'lru-cache';
import { CustomerKey, KEY_BYTES } from './customer-key.js';
import { keyDamaged, keyMissing, VaultUnavailable } from './errors.js';
import { Gathering } from './gathering.js';
import type { Keys, WrappedKey } from './keys.js';
import { unwrap, WRAPPING_BYTES, wrap } from './wrapping.js';

/** Of one customer, by epoch; null: there is one, which does not open with the secret at hand. */
export type KeyRing = ReadonlyMap<number, CustomerKey | null>;

export interface VaultOptions {
  /** Of this many customers the keys are at hand. */
  readonly cachedCustomers?: number;
  /** Whether the vault is that of the log (`belongsToLog`): asked before keys are made, and now and then while those at hand seal. Left out by who only reads. */
  readonly maySeal?: (keys: Keys) => Promise<void>;
  /** Of customers without a key those of whom something sealed is recorded (`haveSealed`): theirs was lost, and no other is made in its place. */
  readonly lost?: (customerIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Milliseconds from any beginning; only differences count. */
  readonly now?: () => number;
}

/** A vault that was lost under a running process is noticed so soon by who has its keys at hand. */
const LOOK_EVERY_MS = 1_000;

const FIRST_EPOCH = 1;

/** The keys of customers: made durably before they seal anything, found again to open it. */
export class Vault {
  readonly #rings: LRUCache<string, KeyRing>;
  readonly #options: VaultOptions;
  readonly #now: () => number;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  readonly #reading = new Gathering((customerIds) => this.#read(customerIds));
  readonly #making = new Gathering((customerIds) => this.#make(customerIds));

  constructor(
    private readonly keys: Keys,
    private readonly secret: Pick<LogSecret, 'keyed'>,
    options: VaultOptions = {},
  ) {
    this.#rings = new LRUCache({ max: options.cachedCustomers ?? 50_000 });
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
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
    if (this.#rings.has(customerId) && this.#now() - this.#lookedAt >= LOOK_EVERY_MS) await this.#look();
    const ring = this.#rings.get(customerId) ?? (await this.#making.ask([customerId])).get(customerId);
    const key = ring && latestOf(ring);
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
    const rings = await this.#reading.ask(wanted);
    for (const customerId of wanted) {
      const ring = rings.get(customerId);
      if (ring) found.set(customerId, ring);
    }
    return found;
  }

  close(): Promise<void> {
    return this.keys.close();
  }

  /** @throws VaultUnavailable; keys of a vault that is gone or another's are forgotten: what they seal nobody could open */
  #look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #ask(): Promise<void> {
    const asked = this.#now();
    try {
      await this.#options.maySeal?.(this.keys);
      this.#lookedAt = asked;
    } catch (error) {
      this.#lookedAt = Number.NEGATIVE_INFINITY;
      if (error instanceof VaultUnavailable && (error.code === 'missing' || error.code === 'another')) this.#rings.clear();
      throw error;
    }
  }

  async #read(customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyRing>> {
    const rings = toRings(await this.keys.read(customerIds), await this.secret.keyed());
    for (const [customerId, ring] of rings) this.#keepAtHand(customerId, ring);
    return rings;
  }

  async #make(customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyRing>> {
    const keyed = await this.secret.keyed();
    await this.#look();
    const rings = await this.ringsOf(customerIds);
    const without = await this.#newOf(customerIds.filter((customerId) => !rings.has(customerId)));
    if (without.length === 0) return rings;
    const [keys, nonces] = [KEY_BYTES, WRAPPING_BYTES].map((bytes) => dealt(randomBytes(bytes * without.length), bytes)) as [Buffer[], Buffer[]];
    const made = without.map((customerId, at) => wrap(keys[at]!, nonces[at]!, customerId, FIRST_EPOCH, keyed));
    for (const [at, kept] of (await this.keys.keep(made)).entries()) {
      const key = kept === made[at] ? keys[at]! : unwrap(kept, keyed);
      const ring: KeyRing = new Map([[kept.epoch, key && new CustomerKey(kept.epoch, key)]]);
      this.#keepAtHand(kept.customerId, ring);
      rings.set(kept.customerId, ring);
    }
    return rings;
  }

  /** One with a key that does not open is asked for each time: its vault may be put back. */
  #keepAtHand(customerId: string, ring: KeyRing): void {
    if (![...ring.values()].includes(null)) this.#rings.set(customerId, ring);
  }

  async #newOf(customerIds: readonly string[]): Promise<readonly string[]> {
    if (customerIds.length === 0 || this.#options.lost === undefined) return customerIds;
    const lost = await this.#options.lost(customerIds);
    return customerIds.filter((customerId) => !lost.has(customerId));
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
