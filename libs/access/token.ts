import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `tk_` lets scanners find a leaked key; the id names the key without giving it away. */
const form = /^tk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

export interface NewToken {
  readonly keyId: string;
  /** Shown once, to the person who requested it; only its hash is kept. */
  readonly token: string;
}

/** `tk_<id>_<secret>`, the secret being 256 random bits. */
export function newToken(): NewToken {
  const keyId = randomBytes(8).toString('hex');
  return { keyId, token: `tk_${keyId}_${randomBytes(32).toString('base64url')}` };
}

export function keyIdOf(token: string): string | null {
  return form.exec(token)?.[1] ?? null;
}

/** SHA-256 without salt or stretching is enough: unlike a password, the hashed text is random and long. */
export function hashOf(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

export function sameHash(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
