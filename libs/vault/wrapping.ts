import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { KeyedHash } from '@tenure/log-secret';
import { KEY_BYTES } from './customer-key.js';
import type { WrappedKey } from './keys.js';

/** Random bytes needed to wrap a key. */
export const WRAPPING_BYTES = 12;
const NONCE = WRAPPING_BYTES;
const TAG = 16;
const keyEncryptionKeys = new WeakMap<KeyedHash, Buffer>();

/**
 * nonce | AES-256-GCM under the key-encryption key, bound to the customer and the epoch | tag
 * @param nonce `WRAPPING_BYTES` random bytes; many at once cost little more than few
 */
export function wrap(key: Buffer, nonce: Buffer, customerId: string, epoch: number, keyed: KeyedHash): WrappedKey {
  const cipher = createCipheriv('aes-256-gcm', keyEncryptionKeyOf(keyed), nonce).setAAD(boundTo(customerId, epoch));
  const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { customerId, epoch, secretEpoch: keyed.epoch, wrapped };
}

/** Null for a key that was changed or cut, belongs to another customer, or was wrapped under another secret. */
export function unwrap({ customerId, epoch, wrapped }: WrappedKey, keyed: KeyedHash): Buffer | null {
  if (wrapped.length !== NONCE + KEY_BYTES + TAG) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyEncryptionKeyOf(keyed), wrapped.subarray(0, NONCE), { authTagLength: TAG }).setAAD(
      boundTo(customerId, epoch),
    );
    decipher.setAuthTag(wrapped.subarray(-TAG));
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

function boundTo(customerId: string, epoch: number): Buffer {
  return Buffer.from(JSON.stringify(['key of a customer', customerId, epoch]));
}

/**
 * Derived from the log's secret (an HMAC is a PRF, RFC 5869), so that it is stored, restored and
 * supplied with that secret, and there is no second secret to lose.
 */
function keyEncryptionKeyOf(keyed: KeyedHash): Buffer {
  let key = keyEncryptionKeys.get(keyed);
  if (key === undefined) {
    key = Buffer.from(keyed.digest('vault', 'key-encryption key'), 'base64url');
    keyEncryptionKeys.set(keyed, key);
  }
  return key;
}
