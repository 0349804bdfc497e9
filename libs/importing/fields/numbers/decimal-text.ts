import { type DecimalMark, readWith } from './marks.js';
import type { WrittenNumber } from './written-number.js';

const farthestExponent = 40;

/** The number as plain decimal text, `-1234.5`: no style, no needless zeros, no minus before zero. Null when the marks do not fit. */
export function decimalText({ negative, body, exponent, decimal: own }: WrittenNumber, decimal: DecimalMark): string | null {
  const plain = exponent === 0 ? readWith(own ?? decimal, body) : scaled(body, exponent);
  if (plain === null) return null;
  const size = withoutNeedlessZeros(plain);
  return negative && size !== '0' ? `-${size}` : size;
}

const zero = 48;

function withoutNeedlessZeros(plain: string): string {
  const point = plain.indexOf('.');
  const wholeEnd = point < 0 ? plain.length : point;
  let start = 0;
  while (start < wholeEnd - 1 && plain.charCodeAt(start) === zero) start += 1;
  let end = plain.length;
  if (point >= 0) while (plain.charCodeAt(end - 1) === zero) end -= 1;
  if (end === point + 1) end = point;
  return start === 0 && end === plain.length ? plain : plain.slice(start, end);
}

/** Next to an exponent a mark is the decimal one: nobody groups thousands there. */
function scaled(body: string, exponent: number): string | null {
  const found = /^(\d+)(?:[.,](\d+))?$/.exec(body);
  if (!found || Math.abs(exponent) > farthestExponent) return null;
  const [, whole = '', fraction = ''] = found;
  const digits = `${whole}${fraction}`;
  const point = whole.length + exponent;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * The text rounded to this many digits after the point where the rest is only the noise of a floating-point sum
 * (59.97000000000001, 2.8e-17): less than 1e-9 of the number, or of one. Otherwise unchanged.
 */
export function withoutNoise(text: string, digits: number): string {
  const point = text.indexOf('.');
  if (point < 0 || text.length - point - 1 <= digits) return text;
  const [size = '', fraction = ''] = text.replace('-', '').split('.');
  const unit = 10n ** BigInt(fraction.length - digits);
  const one = 10n ** BigInt(fraction.length);
  const all = BigInt(size + fraction);
  const rounded = (all + unit / 2n) / unit;
  const noise = rounded * unit - all;
  const magnitude = all > one ? all : one;
  if ((noise < 0n ? -noise : noise) * 1_000_000_000n > magnitude) return text;
  const minor = String(rounded).padStart(digits + 1, '0');
  const plain = digits === 0 ? minor : withoutNeedlessZeros(`${minor.slice(0, -digits)}.${minor.slice(-digits)}`);
  return text.startsWith('-') && rounded !== 0n ? `-${plain}` : plain;
}
