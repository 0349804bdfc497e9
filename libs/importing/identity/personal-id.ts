import type { KeyedHash } from '@tenure/log-secret';
import { emailAddress } from './email-address.js';
import { isWrittenAsTelephone, telephoneNumber } from './telephone-number.js';

/** Values that may identify a person and must not be in an id: it would stay in every event for ever. */
export type PersonalKey = 'email' | 'phone' | 'account';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 100 bits: among a thousand million customers two share an id with a probability of 4e-13; 80 would make that 4e-7. */
const idLength = 20;
/** Most ids: they contain nothing that makes an address or a number. */
const ordinary = /^[\dA-Za-z_]*$/;

/** What ids depend on in a log. */
export interface IdsOfLog {
  readonly keyed: KeyedHash;
  /** Whether version 0.1.0 wrote into it, which used the value itself as the id: a customer with such an id keeps it. */
  readonly hasPlainIds: boolean;
}

/**
 * The id of a customer who is known by a personal value: `c-` and base32 (RFC 4648, lower case, no padding) of an HMAC of
 * the normalised value under the log's secret. The same value is the same customer in this log, and nobody without the
 * secret can tell whose id it is. Null for a text that is not such a value.
 */
export function personalId(keyed: KeyedHash, key: PersonalKey, text: string): string | null {
  const value = normalised[key](text);
  if (value === null) return null;
  return `c-${base32(Buffer.from(keyed.digest(`customer-by-${key}`, value), 'base64url')).slice(0, idLength)}`;
}

/**
 * The kind of personal value that an id in a file is, if it is personal. Digits alone are a telephone number only in a column of
 * telephone numbers: most ids are digits.
 */
export function personalKeyOf(text: string, isOfTelephones = false): PersonalKey | null {
  if (isOfTelephones && telephoneNumber(text) !== null) return 'phone';
  if (ordinary.test(text)) return null;
  if (emailAddress(text) !== null) return 'email';
  return isWrittenAsTelephone(text) ? 'phone' : null;
}

const normalised: Readonly<Record<PersonalKey, (text: string) => string | null>> = {
  email: (text) => emailAddress(text)?.toLowerCase() ?? null,
  phone: telephoneNumber,
  account: (text) => {
    const account = text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.-]/g, '');
    return /\d{4}/.test(account) ? account : null;
  },
};

function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}
