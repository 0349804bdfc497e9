import type { KeyedHash } from '@tenure/log-secret';

/** What may tell a person apart and must not stand in an id: it would lie in every event, for ever. */
export type PersonalKey = 'email' | 'phone' | 'account';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 100 bits: among a thousand million customers two share an id with a probability of 4e-13; 80 would make that 4e-7. */
const idLength = 20;

/**
 * The id of a customer who is known by something personal: `c-` and base32 (RFC 4648, lower case, no padding) of an HMAC of
 * the normalised value under the log's secret. The same value is the same customer in this log, and nobody without the
 * secret can tell whose id it is. Null for a text that is no such value.
 */
export function personalId(keyed: KeyedHash, key: PersonalKey, text: string): string | null {
  const value = normalised[key](text);
  return value === null ? null : `c-${base32(keyed.digest(`customer-by-${key}`, value)).slice(0, idLength)}`;
}

/** What an id as it stands in a file is, if it is personal. Digits alone are no telephone number: most ids are digits. */
export function personalKeyOf(text: string): PersonalKey | null {
  if (normalisedEmail(text) !== null) return 'email';
  return /^\+\d/.test(text.normalize('NFKC').trim()) && normalisedPhone(text) !== null ? 'phone' : null;
}

const normalised: Readonly<Record<PersonalKey, (text: string) => string | null>> = {
  email: normalisedEmail,
  phone: normalisedPhone,
  account: (text) => {
    const account = text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.-]/g, '');
    return /\d{4}/.test(account) ? account : null;
  },
};

function normalisedEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/.test(email) ? email : null;
}

/** Digits as in E.164, with the plus if there is one; `00` before a country code is a plus. */
function normalisedPhone(text: string): string | null {
  const plain = text.normalize('NFKC').trim().replace(/^'/, '').replace(/\(0\)/g, '');
  if (!/^\+?[\d\s()./-]+$/.test(plain)) return null;
  const international = /^\+|^00/.test(plain);
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 6 && digits.length <= 15 ? `${international ? '+' : ''}${digits}` : null;
}

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
