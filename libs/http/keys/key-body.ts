import type { KeyEntry } from '@tenure/access';
import { rfc3339 } from '../freshness/as-of.js';

/** A key as an answer shows it: `Key` of openapi.json. */
export function keyBody({ createdAt, expiresAt, lastUsedAt, revoked, ...rest }: KeyEntry): object {
  return {
    ...rest,
    createdAt: rfc3339(createdAt),
    expiresAt: expiresAt === null ? null : rfc3339(expiresAt),
    lastUsedAt: lastUsedAt === null ? null : rfc3339(lastUsedAt),
    revoked: revoked && { ...revoked, at: rfc3339(revoked.at) },
  };
}
