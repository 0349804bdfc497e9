import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hmacSha256 } from '@tenure/log-secret';
import { readSealed, sealedBefore } from './sealed-text.js';

/** 32 bytes for the cipher, 32 for deriving nonces. */
export const KEY_BYTES = 64;
const CIPHER_BYTES = 32;
const NONCE = 12;
const TAG = 16;

/** The place that a personal part belongs to. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}

export type PersonalFields = Readonly<Record<string, string | null>>;

/** The key of one customer and one epoch. */
export class CustomerKey {
  readonly #key: Buffer;

  constructor(
    readonly epoch: number,
    key: Buffer,
  ) {
    this.#key = key;
  }

  /**
   * Seals each field of a personal part: AES-256-GCM bound to its place and name. null means that a value was removed: it stays in
   * clear, because read models have to know it and it reveals nothing.
   *
   * The nonce is derived from the plaintext (as in SIV, RFC 5297): an HMAC over the place and all fields, with the number of the field
   * in its last byte. A retry of a command and the settling of an append in doubt have to produce the very same bytes, which a random
   * nonce would not; and one nonce never serves two texts, unless two HMACs agree in 88 bits.
   * @throws TypeError for a value that is not a text
   */
  seal(place: Place, personal: PersonalFields): Record<string, string | null> {
    const fields = Object.keys(personal)
      .filter((field) => personal[field] !== undefined)
      .sort();
    const at = printedPlace(place);
    const before = sealedBefore({ epoch: this.epoch, revision: place.revision, type: place.type });
    this.#makeNonce(at, fields, personal);
    const sealed: Record<string, string | null> = {};
    for (const [number, field] of fields.entries()) {
      const value = personal[field] ?? null;
      if (value !== null && typeof value !== 'string') throw new TypeError(`the personal field ${field} of a ${place.type} is no text`);
      nonce[NONCE - 1] = number;
      sealed[field] = value === null ? null : before + this.#seal(boundTo(at, field), value);
    }
    return sealed;
  }

  /** Null where the text was changed, lies elsewhere than it was sealed for, or was sealed with another key. */
  open(stream: string, field: string, text: string): string | null {
    const sealed = readSealed(text);
    if (sealed === null || sealed.epoch !== this.epoch) return null;
    const content = Buffer.from(sealed.content, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key.subarray(0, CIPHER_BYTES), content.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(boundTo(printedPlace({ ...sealed, stream }), field)).setAuthTag(content.subarray(-TAG));
      return decipher.update(content.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }

  /** With the current `nonce`. @returns nonce | ciphertext | tag, base64url */
  #seal(bound: Buffer, value: string): string {
    const cipher = createCipheriv('aes-256-gcm', this.#key.subarray(0, CIPHER_BYTES), nonce).setAAD(bound);
    const text = cipher.update(value, 'utf8');
    cipher.final(); // GCM has output all of the text before, and makes its tag now
    const length = NONCE + text.length + TAG;
    const content = length <= usual.length ? usual : Buffer.allocUnsafe(length);
    content.set(nonce);
    content.set(text, NONCE);
    content.set(cipher.getAuthTag(), NONCE + text.length);
    return content.toString('base64url', 0, length);
  }

  #makeNonce(at: string, fields: readonly string[], personal: PersonalFields): void {
    const values = fields.map((field) => personal[field]);
    nonce.write(hmacSha256(this.#key.subarray(CIPHER_BYTES), `[${at},${JSON.stringify(fields)},${JSON.stringify(values)}]`), 'base64url');
  }
}

/** The nonce in use: sealing finishes within one turn. */
const nonce = Buffer.allocUnsafeSlow(NONCE);
/** A buffer for texts of usual length. */
const usual = Buffer.allocUnsafeSlow(4_096);

/** Members of a JSON array, without its brackets. */
function printedPlace({ stream, revision, type }: Place): string {
  return `${JSON.stringify(stream)},${revision},${JSON.stringify(type)}`;
}

function boundTo(at: string, field: string): Buffer {
  return Buffer.from(`[${at},${JSON.stringify(field)}]`);
}
