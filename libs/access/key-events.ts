import type { RecordedEvent } from '@tenure/event-log';
import type { Role } from './role.js';

export const accessKeysStream = 'access-keys';

/** `hash` is the SHA-256 of the whole token, base64url. */
export interface ApiKeyCreated {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hash: string;
}

export interface ApiKeyRevoked {
  readonly keyId: string;
  readonly reason: string;
}

/** What is known of one key. */
export interface StoredKey {
  readonly keyId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly hash: Buffer;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly revoked: { readonly at: number; readonly by: string; readonly reason: string } | null;
}

export type StoredKeys = Map<string, StoredKey>;

export function evolveKeys(keys: StoredKeys, event: RecordedEvent): StoredKeys {
  if (event.type === 'ApiKeyCreated') {
    const { keyId, name, roles, hash } = event.data as ApiKeyCreated;
    const { occurredAt: createdAt, metadata } = event;
    return keys.set(keyId, { keyId, name, roles, hash: Buffer.from(hash, 'base64url'), createdAt, createdBy: metadata.actor, revoked: null });
  }
  if (event.type === 'ApiKeyRevoked') {
    const { keyId, reason } = event.data as ApiKeyRevoked;
    const key = keys.get(keyId);
    return key ? keys.set(keyId, { ...key, revoked: { at: event.occurredAt, by: event.metadata.actor, reason } }) : keys;
  }
  return keys;
}
