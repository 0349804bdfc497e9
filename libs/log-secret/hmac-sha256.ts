import { hash } from 'node:crypto';

/** Bytes that SHA-256 takes at once; keys are filled up to it. */
const BLOCK = 64;
const DIGEST = 32;
const outer = Buffer.allocUnsafeSlow(BLOCK + DIGEST);
/** For texts of a usual length. */
const usual = Buffer.allocUnsafeSlow(BLOCK + 8_192);

/** What `hmacSha256` takes as the key, made once of a secret of any length: a long one is hashed. */
export function hmacKey(secret: Buffer): Buffer {
  return secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret;
}

/**
 * HMAC-SHA-256 (RFC 2104), its 32 bytes as 43 characters of base64url. Written as the two hashes that it is: Node's `createHmac` takes 5 us to
 * set up, its one-shot `hash` 0.6 us, and an import needs several digests a row.
 * @param key at most 64 bytes (`hmacKey`)
 */
export function hmacSha256(key: Buffer, text: string): string {
  const most = BLOCK + 3 * text.length;
  const inner = most <= usual.length ? usual : Buffer.allocUnsafe(most);
  for (let at = 0; at < BLOCK; at += 1) {
    const byte = key[at] ?? 0;
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  const length = inner.write(text, BLOCK);
  // As texts: a buffer for each digest costs more than the hashing.
  outer.write(hash('sha256', inner.subarray(0, BLOCK + length), 'binary'), BLOCK, 'binary');
  return hash('sha256', outer, 'base64url');
}
