import { randomUUID } from 'node:crypto';
import type { EventLog, NewEvent } from '@tenure/event-log';
import { type LogSecret, payloadHash } from '@tenure/log-secret';
import { endOfYear9999, msPerDay } from '@tenure/time';
import { LRUCache } from 'lru-cache';
import { AccessError } from './access-error.js';
import { type ApiKeyCreated, type ApiKeyRevoked, type ApiKeyUsed, accessKeysStream, evolveKeys, type StoredKey, type StoredKeys } from './key-events.js';
import { isRole, type Principal, type Role, roles } from './role.js';
import { hashOf, keyIdOf, newToken, sameHash } from './token.js';

/** A key that is held in memory only: `TENURE_API_KEY`, or the token beside the data that the local CLI reads. */
export interface UnstoredKey {
  readonly token: string;
  readonly principal: Principal;
}

export type KeyEntry = Omit<StoredKey, 'hash'>;

/** The only time the token itself is seen. */
export interface CreatedKey extends KeyEntry {
  readonly token: string;
}

export interface WantedKey {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Epoch milliseconds; null or left out: the key has no end. */
  readonly expiresAt?: number | null;
}

export interface AccessKeysOptions {
  readonly log: Pick<EventLog, 'append' | 'readStream'>;
  /** Payloads of what it records are hashed with it. */
  readonly secret: LogSecret;
  readonly unstored?: readonly UnstoredKey[];
  readonly now?: () => number;
}

const PAGE = 1_000;
/** Tokens that were found good, so that a request costs a look-up and not a hash. */
const REMEMBERED = 1_000;
const LONGEST_TOKEN = 255;
const STORED = 'key:';

/** All roles, for a key held in memory. */
export function principalOfAllRoles(id: string, name: string): Principal {
  return { id, name, roles };
}

/** The API keys: a fold over one stream, held in memory, kept current on its own appends. */
export class AccessKeys {
  readonly #log: AccessKeysOptions['log'];
  readonly #secret: LogSecret;
  readonly #now: () => number;
  readonly #unstored: readonly { hash: Buffer; principal: Principal }[];
  readonly #known = new LRUCache<string, Principal>({ max: REMEMBERED });
  readonly #keys: StoredKeys = new Map();
  /** When this process last saw each stored key. */
  readonly #used = new Map<string, number>();
  /** Revision of the last event folded; -1 before the first. */
  #revision = -1;

  private constructor({ log, secret, unstored = [], now = Date.now }: AccessKeysOptions) {
    this.#log = log;
    this.#secret = secret;
    this.#now = now;
    this.#unstored = unstored.map(({ token, principal }) => ({ hash: hashOf(token), principal }));
  }

  static async load(options: AccessKeysOptions): Promise<AccessKeys> {
    const keys = new AccessKeys(options);
    await keys.catchUp();
    return keys;
  }

  /** The holder of a token, or null. Synchronous: it is on the path of every request. */
  authenticate(token: string): Principal | null {
    const principal = this.#known.get(token) ?? this.#find(token);
    if (principal === null || !this.isGood(principal)) return null;
    this.#known.set(token, principal);
    if (principal.id.startsWith(STORED)) this.#used.set(principal.id.slice(STORED.length), this.#now());
    return principal;
  }

  /** Whether a holder who was let in may go on: the key has neither been revoked nor come to its end. */
  isGood({ id }: Principal): boolean {
    if (!id.startsWith(STORED)) return true;
    const key = this.#keys.get(id.slice(STORED.length));
    return key !== undefined && key.revoked === null && (key.expiresAt === null || key.expiresAt > this.#now());
  }

  list(): KeyEntry[] {
    return [...this.#keys.values()].map(({ hash: _hash, ...entry }) => ({ ...entry, lastUsedAt: latest(entry.lastUsedAt, this.#used.get(entry.keyId)) }));
  }

  /** @throws AccessError; among others for a role that the maker does not hold: a key cannot make more of itself. */
  async create({ name, roles: wanted, expiresAt = null }: WantedKey, maker: Principal): Promise<CreatedKey> {
    if (name.trim() === '' || name.length > 100) throw new AccessError('bad-name', 'name', 'give the key a name of 1 to 100 characters');
    if (wanted.length === 0 || !wanted.every(isRole)) throw new AccessError('bad-roles', 'roles', `give at least one role of ${roles.join(', ')}`);
    const beyond = wanted.filter((role) => !maker.roles.includes(role));
    if (beyond.length > 0) throw new AccessError('role-not-held', 'roles', notHeld(beyond, maker));
    if (expiresAt !== null && expiresAt >= endOfYear9999) throw new AccessError('bad-expiry', 'expires', 'give an end before the year 10000, or none');
    if (expiresAt !== null && expiresAt <= this.#now()) throw new AccessError('bad-expiry', 'expires', 'the key would have ended already: give a later day');
    const { keyId, token } = newToken();
    const held = { keyId, name, roles: [...new Set(wanted)] };
    const data: ApiKeyCreated = { ...held, hash: hashOf(token).toString('base64url'), ...(expiresAt !== null && { expiresAt }) };
    const event = await this.#newEvent('ApiKeyCreated', data, maker.id);
    await this.#append(() => [event]);
    return { ...held, createdAt: event.occurredAt, createdBy: maker.id, expiresAt, lastUsedAt: null, revoked: null, token };
  }

  async revoke(keyId: string, reason: string, actor: string): Promise<void> {
    if (reason.trim() === '' || reason.length > 500) throw new AccessError('bad-reason', 'reason', 'say in 1 to 500 characters why the key is revoked');
    const data: ApiKeyRevoked = { keyId, reason };
    const event = await this.#newEvent('ApiKeyRevoked', data, actor);
    await this.#append(() => {
      const key = this.#keys.get(keyId);
      if (!key) throw new AccessError('key-unknown', 'keyId', `there is no key ${keyId}; list the keys to see their ids`);
      if (key.revoked) throw new AccessError('key-already-revoked', 'keyId', `key ${keyId} was revoked before; nothing is left to do`);
      return [event];
    });
  }

  /** Takes in what others have appended: another process that holds the same log. */
  async catchUp(): Promise<void> {
    for (;;) {
      const page = await this.#log.readStream(accessKeysStream, { from: this.#revision + 1, limit: PAGE });
      for (const event of page) {
        if (event.revision !== this.#revision + 1) continue;
        evolveKeys(this.#keys, event);
        this.#revision = event.revision;
      }
      if (page.length < PAGE) return;
    }
  }

  /** Records which keys were used: one event for each key and day, whatever the number of requests. */
  async recordUses(): Promise<void> {
    if (this.#unrecorded().length === 0) return;
    const events = new Map<string, NewEvent>();
    for (const keyId of this.#unrecorded())
      events.set(keyId, await this.#newEvent('ApiKeyUsed', { keyId } satisfies ApiKeyUsed, 'engine', this.#used.get(keyId)));
    await this.#append(() => this.#unrecorded().flatMap((keyId) => events.get(keyId) ?? []));
  }

  #unrecorded(): string[] {
    const isNew = ([keyId, at]: [string, number]) => dayOf(at) > dayOf(this.#keys.get(keyId)?.lastUsedAt ?? 0);
    return [...this.#used].filter(isNew).map(([keyId]) => keyId);
  }

  #find(token: string): Principal | null {
    if (token.length > LONGEST_TOKEN) return null;
    const tokenHash = hashOf(token);
    for (const { hash: expected, principal } of this.#unstored) if (sameHash(tokenHash, expected)) return principal;
    const keyId = keyIdOf(token);
    const key = keyId === null ? undefined : this.#keys.get(keyId);
    if (!key || !sameHash(tokenHash, key.hash)) return null;
    return { id: STORED + key.keyId, name: key.name, roles: key.roles };
  }

  /** `decide` is asked on the keys as they are now, and again after each conflict. */
  async #append(decide: () => readonly NewEvent[]): Promise<void> {
    for (;;) {
      await this.catchUp();
      const events = decide();
      if (events.length === 0) return;
      const expected = this.#revision === -1 ? 'no-stream' : this.#revision;
      const result = await this.#log.append({ stream: accessKeysStream, expected, events });
      if (result.outcome === 'appended') return this.catchUp();
    }
  }

  async #newEvent(type: string, data: object, actor: string, occurredAt = this.#now()): Promise<NewEvent> {
    const metadata = { commandId: randomUUID(), index: 0, of: 1, payloadHash: payloadHash(await this.#secret.keyed(), type, data), actor };
    return { type, version: 1, occurredAt, data, metadata };
  }
}

const dayOf = (time: number): number => Math.floor(time / msPerDay);

const latest = (left: number | null, right: number | undefined): number | null => (right === undefined ? left : Math.max(right, left ?? right));

function notHeld(beyond: readonly Role[], { name, roles: held }: Principal): string {
  return `"${name}" has the roles ${held.join(', ')} and can grant no other: leave out ${beyond.join(', ')}, or ask somebody who holds them`;
}
