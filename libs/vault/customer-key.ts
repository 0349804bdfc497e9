import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hmacSha256 } from '@tenure/log-secret';
import { printSealed, readSealed } from './sealed-text.js';

/** 32 for the cipher, 32 for making nonces. */
export const KEY_BYTES = 64;
const CIPHER_BYTES = 32;
const NONCE = 12;
const TAG = 16;

/** Where a personal part belongs. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}

export type PersonalFields = Readonly<Record<string, string | null>>;

/** The key of one customer, of one epoch. */
export class CustomerKey {
  readonly #cipherKey: Buffer;
  readonly #nonceKey: Buffer;

  constructor(
    readonly epoch: number,
    key: Buffer,
  ) {
    this.#cipherKey = key.subarray(0, CIPHER_BYTES);
    this.#nonceKey = key.subarray(CIPHER_BYTES);
  }

  /**
   * Each field of a personal part, AES-256-GCM bound to its place and name. null says that a value was taken away: it stays, because
   * read models have to know and it tells nothing.
   *
   * The nonce is made from what is sealed (as in SIV, RFC 5297): an HMAC over the place and all fields, the number of the field in its
   * last byte. A retry of a command and the settling of an append in doubt have to give the very same bytes, which a random nonce would
   * not; and one nonce never serves two texts, unless two HMACs agree in 88 bits.
   * @throws TypeError for a value that is no text
   */
  seal(place: Place, personal: PersonalFields): Record<string, string | null> {
    const fields = Object.keys(personal)
      .filter((field) => personal[field] !== undefined)
      .sort();
    const nonce = this.#nonceFor(place, fields, personal);
    const sealed: Record<string, string | null> = {};
    let number = 0;
    for (const field of fields) {
      const value = personal[field] ?? null;
      if (value !== null && typeof value !== 'string') throw new TypeError(`the personal field ${field} of a ${place.type} is no text`);
      nonce[NONCE - 1] = number++;
      sealed[field] = value === null ? null : this.#seal(place, field, value, nonce);
    }
    return sealed;
  }

  /** Null where the text was changed, lies elsewhere than it was sealed for, or was sealed with another key. */
  open(stream: string, field: string, text: string): string | null {
    const sealed = readSealed(text);
    if (sealed === null || sealed.epoch !== this.epoch) return null;
    const content = Buffer.from(sealed.content, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#cipherKey, content.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(boundTo({ ...sealed, stream }, field)).setAuthTag(content.subarray(-TAG));
      return decipher.update(content.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }

  #seal(place: Place, field: string, value: string, nonce: Buffer): string {
    const cipher = createCipheriv('aes-256-gcm', this.#cipherKey, nonce).setAAD(boundTo(place, field));
    const content = Buffer.concat([nonce, cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    return printSealed({ epoch: this.epoch, revision: place.revision, type: place.type, content });
  }

  #nonceFor({ stream, revision, type }: Place, fields: readonly string[], personal: PersonalFields): Buffer {
    const text = JSON.stringify([stream, revision, type, fields, fields.map((field) => personal[field])]);
    return Buffer.from(hmacSha256(this.#nonceKey, text), 'base64url').subarray(0, NONCE);
  }
}

function boundTo({ stream, revision, type }: Place, field: string): Buffer {
  return Buffer.from(JSON.stringify([stream, revision, type, field]));
}
