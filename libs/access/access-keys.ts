import { randomUUID } from 'node:crypto';
import type { EventLog, NewEvent } from '@tenure/event-log';
import { type LogSecret, payloadHash } from '@tenure/log-secret';
import { LRUCache } from 'lru-cache';
import { AccessError } from './access-error.js';
import { type ApiKeyCreated, type ApiKeyRevoked, accessKeysStream, evolveKeys, type StoredKeys } from './key-events.js';
import { isRole, type Principal, type Role, roles } from './role.js';
import { hashOf, keyIdOf, newToken, sameHash } from './token.js';

/** A key that is held in memory only: `TENURE_API_KEY`, or the token beside the data that the local CLI reads. */
export interface UnstoredKey {
  readonly token: string;
  readonly principal: Principal;
}

export interface KeyEntry {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly createdAt: number;
  readonly createdBy: string;
  readonly revoked: { readonly at: number; readonly by: string; readonly reason: string } | null;
}

/** The only time the token itself is seen. */
export interface CreatedKey extends KeyEntry {
  readonly token: string;
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
    const known = this.#known.get(token);
    if (known !== undefined) return known;
    if (token.length > LONGEST_TOKEN) return null;
    const principal = this.#find(token);
    if (principal !== null) this.#known.set(token, principal);
    return principal;
  }

  list(): KeyEntry[] {
    return [...this.#keys.values()].map(({ hash: _hash, ...entry }) => entry);
  }

  async create({ name, roles: wanted }: { name: string; roles: readonly Role[] }, actor: string): Promise<CreatedKey> {
    if (name.trim() === '' || name.length > 100) throw new AccessError('bad-name', 'name', 'give the key a name of 1 to 100 characters');
    if (wanted.length === 0 || !wanted.every(isRole)) throw new AccessError('bad-roles', 'roles', `give at least one role of ${roles.join(', ')}`);
    const { keyId, token } = newToken();
    const data: ApiKeyCreated = { keyId, name, roles: [...new Set(wanted)], hash: hashOf(token).toString('base64url') };
    const event = await this.#newEvent('ApiKeyCreated', data, actor);
    await this.#append(() => event);
    return { keyId, name, roles: data.roles, createdAt: event.occurredAt, createdBy: actor, revoked: null, token };
  }

  async revoke(keyId: string, reason: string, actor: string): Promise<void> {
    if (reason.trim() === '' || reason.length > 500) throw new AccessError('bad-reason', 'reason', 'say in 1 to 500 characters why the key is revoked');
    const data: ApiKeyRevoked = { keyId, reason };
    const event = await this.#newEvent('ApiKeyRevoked', data, actor);
    await this.#append(() => {
      const key = this.#keys.get(keyId);
      if (!key) throw new AccessError('key-unknown', 'keyId', `there is no key ${keyId}; list the keys to see their ids`);
      if (key.revoked) throw new AccessError('key-already-revoked', 'keyId', `key ${keyId} was revoked before; nothing is left to do`);
      return event;
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
      if (page.length > 0) this.#known.clear();
      if (page.length < PAGE) return;
    }
  }

  #find(token: string): Principal | null {
    const tokenHash = hashOf(token);
    for (const { hash: expected, principal } of this.#unstored) if (sameHash(tokenHash, expected)) return principal;
    const keyId = keyIdOf(token);
    const key = keyId === null ? undefined : this.#keys.get(keyId);
    if (!key || key.revoked || !sameHash(tokenHash, key.hash)) return null;
    return { id: `key:${key.keyId}`, name: key.name, roles: key.roles };
  }

  /** `decide` is asked on the keys as they are now, and again after each conflict. */
  async #append(decide: () => NewEvent): Promise<void> {
    for (;;) {
      await this.catchUp();
      const expected = this.#revision === -1 ? 'no-stream' : this.#revision;
      const result = await this.#log.append({ stream: accessKeysStream, expected, events: [decide()] });
      if (result.outcome === 'appended') return this.catchUp();
    }
  }

  async #newEvent(type: string, data: object, actor: string): Promise<NewEvent> {
    const metadata = { commandId: randomUUID(), index: 0, of: 1, payloadHash: payloadHash(await this.#secret.keyed(), type, data), actor };
    return { type, version: 1, occurredAt: this.#now(), data, metadata };
  }
}
