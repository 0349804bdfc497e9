import { BadQuery } from '@tenure/querying';
import { type RegisterList, type Scalar, write } from '../shared/last-write/register-list.js';
import type { Occurrences } from '../shared/occurrences/occurrences.js';
import type { Attributes, RetentionDocument } from './document.js';
import { firstOrigin } from './origins.js';

const separators = /[%;|]/g;
const escapeText = (text: string): string => text.replace(separators, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unescapeText = (text: string): string =>
  text.includes('%') ? text.replace(/%(25|3b|7c)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

function printValue(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'string') return `s${escapeText(value)}`;
  return typeof value === 'number' ? `n${value}` : `b${value}`;
}

function parseValue(text: string): Scalar {
  if (text === '') return null;
  const rest = text.slice(1);
  if (text[0] === 's') return unescapeText(rest);
  return text[0] === 'n' ? Number(rest) : rest === 'true';
}

function parse(text: Attributes): RegisterList {
  if (text === '') return [];
  return text
    .slice(1)
    .split(';')
    .map((attribute) => {
      const [name = '', value = '', stamp] = attribute.split('|');
      return [unescapeText(name), parseValue(value), Number(stamp)];
    });
}

const print = (attributes: RegisterList): Attributes => attributes.map(([name, value, stamp]) => `;${escapeText(name)}|${printValue(value)}|${stamp}`).join('');

export function withAttributes(text: Attributes, attributes: Readonly<Record<string, Scalar>>, stamp: number): Attributes {
  const parsed = parse(text);
  for (const name in attributes) write(parsed, name, attributes[name] as Scalar, stamp);
  return print(parsed);
}

/**
 * `channel` and `product`: of the first purchase. Any other name: the customer's attribute, as last written.
 * @param known selects the purchases that are known on the day in question
 */
export function dimensionReader(by: string, known: (purchases: Occurrences) => Occurrences): (document: RetentionDocument) => Scalar {
  if (by === 'channel') return ([purchases, , origins]) => firstOrigin(origins, purchases, known)?.[0] ?? null;
  if (by === 'product') return ([purchases, , origins]) => firstOrigin(origins, purchases, known)?.[1] ?? null;
  const label = `;${escapeText(by)}|`;
  return ([, text]) => {
    const place = text.indexOf(label);
    if (place === -1) return null;
    const start = place + label.length;
    return parseValue(text.slice(start, text.indexOf('|', start)));
  };
}

/** @throws BadQuery when no customer has the dimension: every group is "not known" */
export function requireKnownDimension(by: string, groups: Iterable<Scalar>): void {
  if (![...groups].every((group) => group === null)) return;
  throw new BadQuery(
    'by',
    'unknown-dimension',
    `No customer has "${by}": write channel or product (of the first purchase), or the name of a customer attribute.`,
  );
}
