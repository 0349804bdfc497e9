import { randomBytes } from 'node:crypto';
import type { KeyedHash, LogSecret } from '@tenure/log-secret';
import { LRUCache } from 'lru-cache';
import { CustomerKey, KEY_BYTES } from './customer-key.js';
import { keyDamaged, keyMissing, VaultUnavailable } from './errors.js';
import { Gathering } from './gathering.js';
import { Keeping } from './keeping.js';
import { type KeyMaker, makingHere, type NewKey } from './key-maker.js';
import type { Keys, WrappedKey } from './keys.js';
import { SealingKey } from './sealing-key.js';
import { unwrap } from './wrapping.js';

/** The keys of one customer, by epoch; null: a key that does not open with the secret at hand. */
export type KeyRing = ReadonlyMap<number, CustomerKey | null>;

export interface VaultOptions {
  /** The keys of this many customers are cached. */
  readonly cachedCustomers?: number;
  /** Checks that the vault is the log's (`belongsToLog`): called before keys are made, and from time to time while cached keys seal. Omitted by readers. */
  readonly maySeal?: (keys: Keys) => Promise<void>;
  /** Those of these customers without a key of whom something sealed is recorded (`haveSealed`): their key was lost, and is not replaced. */
  readonly lost?: (customerIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Where new keys are wrapped and stored; default: here. */
  readonly maker?: KeyMaker;
  /** Milliseconds from any beginning; only differences count. */
  readonly now?: () => number;
}

/** A process with cached keys notices within this time that the vault was lost under it. */
const LOOK_EVERY_MS = 1_000;

const FIRST_EPOCH = 1;

interface MadeKey extends NewKey {
  readonly sealing: CustomerKey;
}

/** The keys of customers: stored durably before anything that they seal is recorded, found again to open it. */
export class Vault {
  readonly #rings: LRUCache<string, KeyRing>;
  readonly #options: VaultOptions;
  readonly #now: () => number;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  readonly #reading = new Gathering((customerIds) => this.#read(customerIds));
  readonly #making = new Gathering((customerIds) => this.#make(customerIds));
  readonly #keeping = new Keeping((made: readonly MadeKey[]) => this.#keep(made));
  /** Keys being stored, by customer: callers that ask meanwhile wait for the same one. */
  readonly #underWay = new Map<string, SealingKey>();
  readonly #maker: KeyMaker;

  constructor(
    private readonly keys: Keys,
    private readonly secret: Pick<LogSecret, 'keyed'>,
    options: VaultOptions = {},
  ) {
    this.#rings = new LRUCache({ max: options.cachedCustomers ?? 50_000 });
    this.#options = options;
    this.#maker = options.maker ?? makingHere(keys);
    this.#now = options.now ?? (() => performance.now());
  }

  get place(): string {
    return this.keys.place;
  }

  id(): Promise<string | null> {
    return this.keys.id();
  }

  /**
   * The key that seals a customer's events from now on; made, and durable, when it resolves.
   * @throws VaultUnavailable, LogSecretMissing
   */
  async keyFor(customerId: string): Promise<CustomerKey> {
    return (await this.sealingKey(customerId)).durable();
  }

  /**
   * As `keyFor`, for a caller that seals while a new key is being stored. Keys made meanwhile are stored next, together: an import
   * of new customers pays one flush for a whole batch.
   * @throws VaultUnavailable, LogSecretMissing
   */
  async sealingKey(customerId: string): Promise<SealingKey> {
    if (this.#rings.has(customerId) && this.#now() - this.#lookedAt >= LOOK_EVERY_MS) await this.#look();
    const ring = this.#rings.get(customerId);
    const key = ring ? new SealingKey(this.#latestOf(ring, customerId), null) : (await this.#making.ask([customerId])).get(customerId);
    if (key === undefined) throw keyMissing(customerId, this.place);
    return key instanceof SealingKey ? key : new SealingKey(this.#latestOf(key, customerId), null);
  }

  /** The existing keys; customers without one are left out. @throws LogSecretMissing */
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

  async close(): Promise<void> {
    await this.#maker.close();
    await this.keys.close();
  }

  /** @throws VaultUnavailable; keys of a vault that is gone or another's are forgotten: nobody could open what they seal */
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

  /** The existing keys of customers who have some; for all others a key that is being stored, except where the key was lost. */
  async #make(customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyRing | SealingKey>> {
    await this.#look();
    const found = new Map<string, KeyRing | SealingKey>();
    for (const customerId of customerIds) {
      const underWay = this.#underWay.get(customerId);
      if (underWay) found.set(customerId, underWay);
    }
    const add = (rings: ReadonlyMap<string, KeyRing>) => {
      for (const [customerId, ring] of rings) found.set(customerId, ring);
    };
    add(await this.ringsOf(customerIds.filter((customerId) => !found.has(customerId))));
    const asked = customerIds.filter((customerId) => !found.has(customerId));
    const lost = asked.length === 0 ? null : await this.#options.lost?.(asked);
    // Events found sealed may have been recorded since the keys were read, with a key that another maker stored meanwhile.
    if (lost && lost.size > 0) add(await this.ringsOf(lost));
    const without = asked.filter((customerId) => !lost?.has(customerId));
    if (without.length === 0) return found;
    const random = randomBytes(KEY_BYTES * without.length);
    const made = without.map((customerId, at): MadeKey => {
      const key = random.subarray(at * KEY_BYTES, (at + 1) * KEY_BYTES);
      return { customerId, key, sealing: new CustomerKey(FIRST_EPOCH, key) };
    });
    const keeping = this.#keeping.keep(made);
    for (const { customerId, sealing } of made) {
      const underWay = new SealingKey(sealing, async () => this.#latestOf((await keeping).get(customerId)!, customerId));
      this.#underWay.set(customerId, underWay);
      found.set(customerId, underWay);
    }
    const kept = () => {
      for (const { customerId } of made) this.#underWay.delete(customerId);
    };
    keeping.then(kept, kept); // its callers receive the error
    return found;
  }

  /** The rings of the customers for whom keys were made, once they are durable. */
  async #keep(made: readonly MadeKey[]): Promise<ReadonlyMap<string, KeyRing>> {
    const keyed = await this.secret.keyed();
    const others = toRings(await this.#maker.keep(made, FIRST_EPOCH, keyed), keyed);
    const rings = new Map<string, KeyRing>();
    for (const { customerId, sealing } of made) {
      const ring = others.get(customerId) ?? new Map([[FIRST_EPOCH, sealing]]);
      this.#keepAtHand(customerId, ring);
      rings.set(customerId, ring);
    }
    return rings;
  }

  /** @throws VaultUnavailable for a key that does not open */
  #latestOf(ring: KeyRing, customerId: string): CustomerKey {
    const key = ring.get(Math.max(...ring.keys()));
    if (!key) throw keyDamaged(customerId, this.place);
    return key;
  }

  /** A ring with a key that does not open is not cached: its vault may be restored. */
  #keepAtHand(customerId: string, ring: KeyRing): void {
    if (![...ring.values()].includes(null)) this.#rings.set(customerId, ring);
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
