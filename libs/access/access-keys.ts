import { randomUUID } from 'node:crypto';
import type { AppendedLog } from '@tenure/event-log';
import type { LogSecret } from '@tenure/log-secret';
import { type Decide, FoldedStream, StreamCommands } from '@tenure/streams';
import { endOfYear9999, msPerDay } from '@tenure/time';
import { LRUCache } from 'lru-cache';
import { AccessError } from './access-error.js';
import { type ApiKeyCreated, type ApiKeyRevoked, type ApiKeyUsed, accessKeysStream, foldKeys, type StoredKey, type StoredKeys } from './key-events.js';
import { isRole, type Principal, type Role, roles } from './role.js';
import { hashOf, keyIdOf, newToken, sameHash } from './token.js';

/** A key that is held in memory only: `TENURE_API_KEY`, or the token next to the data that the local CLI reads. */
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
  /** Epoch milliseconds; null or left out: the key never expires. */
  readonly expiresAt?: number | null;
}

export interface AccessKeysOptions {
  readonly log: AppendedLog;
  /** Payloads of the recorded events are hashed with it. */
  readonly secret: LogSecret;
  readonly unstored?: readonly UnstoredKey[];
  readonly now?: () => number;
}

/** How many verified tokens are cached, so that a request costs a look-up and not a hash. */
const REMEMBERED = 1_000;
const LONGEST_TOKEN = 255;
const STORED = 'key:';

/** Who makes the keys that come of a one-time code. */
export const signInMaker = 'sign-in';

/** A principal with all roles, for a key held in memory. */
export function principalOfAllRoles(id: string, name: string): Principal {
  return { id, name, roles };
}

/** The API keys: a fold over one stream, held in memory, kept current by its own appends. */
export class AccessKeys {
  readonly #stream: FoldedStream<StoredKeys>;
  readonly #commands: StreamCommands;
  readonly #now: () => number;
  readonly #unstored: readonly { hash: Buffer; principal: Principal }[];
  readonly #known = new LRUCache<string, Principal>({ max: REMEMBERED });
  /** When this process last saw each stored key. */
  readonly #used = new Map<string, number>();

  private constructor({ log, secret, unstored = [], now = Date.now }: AccessKeysOptions) {
    this.#stream = new FoldedStream(accessKeysStream, foldKeys, log);
    this.#commands = new StreamCommands({ log, secret, now });
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

  /** Whether a holder who was let in may continue: the key is neither revoked nor expired. */
  isGood({ id }: Principal): boolean {
    if (!id.startsWith(STORED)) return true;
    const key = this.#stream.state.get(id.slice(STORED.length));
    return key !== undefined && key.revoked === null && (key.expiresAt === null || key.expiresAt > this.#now());
  }

  list(): KeyEntry[] {
    return [...this.#stream.state.values()].map((key) => this.#entryOf(key));
  }

  /** The stored key of a holder; null for a key that is held in memory only. */
  keyOf({ id }: Principal): KeyEntry | null {
    const key = id.startsWith(STORED) ? this.#stream.state.get(id.slice(STORED.length)) : undefined;
    return key === undefined ? null : this.#entryOf(key);
  }

  /** @throws AccessError, for example for a role that the maker does not hold: a key cannot grant more than it has */
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
    await this.#execute('CreateKey', data, maker.id, () => [{ type: 'ApiKeyCreated', data }]);
    const { createdAt, createdBy } = this.#stream.state.get(keyId)!;
    return { ...held, createdAt, createdBy, expiresAt, lastUsedAt: null, revoked: null, token };
  }

  async revoke(keyId: string, reason: string, actor: string): Promise<void> {
    if (reason.trim() === '' || reason.length > 500) throw new AccessError('bad-reason', 'reason', 'say in 1 to 500 characters why the key is revoked');
    const data: ApiKeyRevoked = { keyId, reason };
    await this.#execute('RevokeKey', data, actor, (keys) => {
      const key = keys.get(keyId);
      if (!key) throw new AccessError('key-unknown', 'keyId', `there is no key ${keyId}; list the keys to see their ids`);
      if (key.revoked) throw new AccessError('key-already-revoked', 'keyId', `key ${keyId} was revoked before; nothing is left to do`);
      return [{ type: 'ApiKeyRevoked', data }];
    });
  }

  /** Folds in what another process appended to the same log. */
  catchUp(): Promise<void> {
    return this.#stream.catchUp();
  }

  /** Records which keys were used: one event for each key and day, whatever the number of requests. */
  async recordUses(): Promise<void> {
    const keyIds = this.#unrecorded();
    if (keyIds.length === 0) return;
    await this.#execute('RecordKeyUses', { keyIds }, 'engine', () =>
      this.#unrecorded().map((keyId) => ({ type: 'ApiKeyUsed', data: { keyId } satisfies ApiKeyUsed, occurredAt: this.#used.get(keyId) })),
    );
  }

  #entryOf({ hash: _hash, ...entry }: StoredKey): KeyEntry {
    return { ...entry, lastUsedAt: latest(entry.lastUsedAt, this.#used.get(entry.keyId)) };
  }

  #unrecorded(): string[] {
    const isNew = ([keyId, at]: [string, number]) => dayOf(at) > dayOf(this.#stream.state.get(keyId)?.lastUsedAt ?? 0);
    return [...this.#used].filter(isNew).map(([keyId]) => keyId);
  }

  #find(token: string): Principal | null {
    if (token.length > LONGEST_TOKEN) return null;
    const tokenHash = hashOf(token);
    for (const { hash: expected, principal } of this.#unstored) if (sameHash(tokenHash, expected)) return principal;
    const keyId = keyIdOf(token);
    const key = keyId === null ? undefined : this.#stream.state.get(keyId);
    if (!key || !sameHash(tokenHash, key.hash)) return null;
    return { id: STORED + key.keyId, name: key.name, roles: key.roles };
  }

  /** Each call is a command with an id of its own: none of these is ever sent twice under the same id. */
  async #execute(name: string, body: object, actor: string, decide: Decide<StoredKeys>): Promise<void> {
    await this.#commands.execute(this.#stream, { name, id: randomUUID(), body, actor }, decide);
    await this.#stream.catchUp();
  }
}

const dayOf = (time: number): number => Math.floor(time / msPerDay);

const latest = (left: number | null, right: number | undefined): number | null => (right === undefined ? left : Math.max(right, left ?? right));

function notHeld(beyond: readonly Role[], { name, roles: held }: Principal): string {
  return `"${name}" has the roles ${held.join(', ')} and can grant no other: leave out ${beyond.join(', ')}, or ask somebody who holds them`;
}
