const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const dashes = /[‐‑‒–—−]/g;
/** Labels that people and programs put before a number: `tel:` (RFC 3966), `Tel.`, `Mobil:`, `Phone no.`, `手机：`. */
const label =
  /^(?:t[eé]l(?:[eé]fono?|[eé]phone)?|phone|fon|mobile?|m[oó]vil|cell|handy|rufnummer|whatsapp|(?:联系)?电话(?:号码)?|手机(?:号码?)?)(?:\s?(?:no|nr|number|nummer))?[.:\s]*(?=[+\d(])/i;

/** Digits as in E.164, with the plus if there is one; `00` before a country code is a plus. Null for any other text. */
export function telephoneNumber(text: string): string | null {
  const plain = plainNumber(text).replace(label, '').replace(/^'/, '').replace(/\(0\)/g, '');
  if (!/^\+?[\d\s()./-]+$/.test(plain)) return null;
  const international = /^\+|^00/.test(plain);
  const digits = plain.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 6 && digits.length <= 15 ? `${international ? '+' : ''}${digits}` : null;
}

/** Notations that only telephone numbers have: ids have neither plus nor brackets nor a separated area code. */
const onlyTelephones: readonly RegExp[] = [
  /^\+\d/,
  // (555) 123-4567, (0170) 1234567, 49 (0)170 1234567
  /^\d{0,4}\s?\(\d{1,5}\)[\s./-]*\d[\d\s./-]{4,}$/,
  // 0170 1234567, 030/123456, 06 12 34 56 78, 0049 170 1234567
  /^0\d{1,5}[\s/][\d\s/-]{6,}$/,
  // 555-123-4567, 1 555 123 4567
  /^(?:1[-. ])?[2-9]\d\d([-. ])\d{3}\1\d{4}$/,
  // 138-1234-5678
  /^1[3-9]\d([- ])\d{4}\1\d{4}$/,
];

/** Whether a text is a telephone number by its notation, in any column. */
export function isWrittenAsTelephone(text: string): boolean {
  const plain = plainNumber(text);
  return (label.test(plain) || onlyTelephones.some((pattern) => pattern.test(plain))) && telephoneNumber(text) !== null;
}

const fewestDialled = 10;
/** Digits in the form of telephone numbers: mobile numbers of China, and numbers that begin with 0 or 00 as dialled. */
const dialled = /^(?:1[3-9]\d{9}|0[1-9]\d{8,10}|00[1-9]\d{9,12})$/;

/** Whether an id of nothing but digits may be a telephone number. */
export function mayBeTelephone(id: string): boolean {
  return id.length >= fewestDialled && dialled.test(id.replace(/[-.]/g, ''));
}

function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(invisible, '').replace(dashes, '-').trim();
}
