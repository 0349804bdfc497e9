import type { RecordedEvent } from '@tenure/event-log';
import { type Fold, type StreamKind, streamNamed } from '@tenure/streams';
import type { Role } from './role.js';

/** Its events hold hashes of tokens, so `/v1/keys` serves them. */
export const accessKeyKind: StreamKind = {
  name: 'access-keys',
  prefix: 'access-keys',
  streams: 'one',
  eventTypes: ['ApiKeyCreated', 'ApiKeyUsed', 'ApiKeyRevoked'],
  readers: [],
};

export const accessKeysStream = streamNamed(accessKeyKind);

/** `hash` is the SHA-256 of the whole token, base64url. `expiresAt`, in epoch milliseconds, is absent for a key that never expires. */
export interface ApiKeyCreated {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hash: string;
  readonly expiresAt?: number;
}

export interface ApiKeyRevoked {
  readonly keyId: string;
  readonly reason: string;
}

/** The first use of a key on a day (UTC): `occurredAt` is when. */
export interface ApiKeyUsed {
  readonly keyId: string;
}

/** What is known about one key. */
export interface StoredKey {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hash: Buffer;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Null: never. */
  readonly expiresAt: number | null;
  /** As recorded in the log, exact to the day; null: never. */
  readonly lastUsedAt: number | null;
  readonly revoked: { readonly at: number; readonly by: string; readonly reason: string } | null;
}

export type StoredKeys = Map<string, StoredKey>;

export const foldKeys: Fold<StoredKeys> = { initial: () => new Map(), evolve: evolveKeys };

function evolveKeys(keys: StoredKeys, event: RecordedEvent): StoredKeys {
  const { keyId } = event.data as { keyId: string };
  const key = keys.get(keyId);
  const at = event.occurredAt;
  if (event.type === 'ApiKeyCreated') return keys.set(keyId, createdKey(event.data as ApiKeyCreated, at, event.metadata.actor));
  if (key === undefined) return keys;
  if (event.type === 'ApiKeyUsed') return keys.set(keyId, { ...key, lastUsedAt: Math.max(at, key.lastUsedAt ?? at) });
  if (event.type === 'ApiKeyRevoked')
    return keys.set(keyId, { ...key, revoked: { at, by: event.metadata.actor, reason: (event.data as ApiKeyRevoked).reason } });
  return keys;
}

function createdKey({ keyId, name, roles, hash, expiresAt }: ApiKeyCreated, createdAt: number, createdBy: string): StoredKey {
  const held = { keyId, name, roles, hash: Buffer.from(hash, 'base64url'), createdAt, createdBy };
  return { ...held, expiresAt: expiresAt ?? null, lastUsedAt: null, revoked: null };
}
