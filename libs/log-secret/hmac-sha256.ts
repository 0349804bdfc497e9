import { hash } from 'node:crypto';

/** Block size of SHA-256 in bytes; keys are padded to it. */
const BLOCK = 64;
const DIGEST = 32;
const outer = Buffer.allocUnsafeSlow(BLOCK + DIGEST);
/** A buffer for texts of usual length. */
const usual = Buffer.allocUnsafeSlow(BLOCK + 8_192);

/** The key for `hmacSha256`, made once from a secret of any length: a long one is hashed. */
export function hmacKey(secret: Buffer): Buffer {
  return secret.length > BLOCK ? hash('sha256', secret, 'buffer') : secret;
}

/**
 * HMAC-SHA-256 (RFC 2104), its 32 bytes as 43 characters of base64url. Written out as its two hashes: Node's `createHmac` takes 5 us to set
 * up, its one-shot `hash` 0.6 us, and an import needs several digests a row.
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
  // As text: a buffer for each digest costs more than the hashing.
  outer.write(hash('sha256', inner.subarray(0, BLOCK + length), 'binary'), BLOCK, 'binary');
  return hash('sha256', outer, 'base64url');
}
