export type DecimalMark = '.' | ',';

/** Three digits after each mark, as usual; or groups of two and then three at the end, as in India. A grouped number never begins with a zero. */
const thousands = /^[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*$/;
const lakhs = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;
const digits = /^\d+$/;

export const otherMark = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');

/** `1,234.50` or `1.234,50` as `1234.50`, read with the given decimal mark; null when that is impossible. */
export function readWith(decimal: DecimalMark, body: string): string | null {
  const at = body.indexOf(decimal);
  const whole = at < 0 ? body : body.slice(0, at);
  const fraction = at < 0 ? '' : body.slice(at + 1);
  if (at >= 0 && !digits.test(fraction)) return null;
  if (digits.test(whole)) return decimal === '.' || at < 0 ? body : `${whole}.${fraction}`;
  if (whole === '' && at === 0) return `0.${fraction}`;
  if (!thousands.test(whole) && !lakhs.test(whole)) return null;
  const plain = whole.replace(/[^\d]/g, '');
  return at < 0 ? plain : `${plain}.${fraction}`;
}

/** What the marks of one number alone prove about its notation. */
export type Marks =
  /** Cannot be read at all. */
  | { readonly says: 'malformed' }
  /** The same with either decimal mark: digits alone, or with spaces or apostrophes between thousands. */
  | { readonly says: 'nothing' }
  /** Can only be read with this decimal mark, and has this many digits after it; `grouped` when the other mark separates its thousands. */
  | { readonly says: 'proof'; readonly decimal: DecimalMark; readonly fraction: number; readonly grouped: boolean }
  /** Three digits after its only mark: a thousand, or a thousandth. */
  | { readonly says: 'either'; readonly mark: DecimalMark };

export function marksOf(body: string): Marks {
  const point = readWith('.', body);
  const comma = readWith(',', body);
  if (point === null && comma === null) return { says: 'malformed' };
  if (point === comma) return { says: 'nothing' };
  if (point !== null && comma !== null) return { says: 'either', mark: body.includes('.') ? '.' : ',' };
  const decimal = point === null ? ',' : '.';
  const at = body.indexOf(decimal);
  return { says: 'proof', decimal, fraction: at < 0 ? 0 : body.length - at - 1, grouped: body.includes(otherMark(decimal)) };
}
