import { type RegisterList, type Scalar, write } from '../last-write/register-list.js';

/**
 * What cohorts can be split by, as one text: most questions do not split, and reading a million texts costs a third of
 * reading the same as nested arrays. `sweb|stea;region|snorth|6437836800000`: channel and product of the first purchase,
 * then each attribute by name with its value and the stamp of its last writing. Empty while nothing is known.
 */
export type Dimensions = string;

export type FirstPurchase = [channel: string | null, product: string | null];

type Parsed = [first: FirstPurchase, attributes: RegisterList];

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

function parse(text: Dimensions): Parsed {
  if (text === '') return [[null, null], []];
  const [first = '', ...attributes] = text.split(';');
  const [channel = '', product = ''] = first.split('|');
  return [
    [parseValue(channel) as string | null, parseValue(product) as string | null],
    attributes.map((attribute) => {
      const [name = '', value = '', stamp] = attribute.split('|');
      return [unescapeText(name), parseValue(value), Number(stamp)];
    }),
  ];
}

function print([[channel, product], attributes]: Parsed): Dimensions {
  if (channel === null && product === null && attributes.length === 0) return '';
  const first = `${printValue(channel)}|${printValue(product)}`;
  return first + attributes.map(([name, value, stamp]) => `;${escapeText(name)}|${printValue(value)}|${stamp}`).join('');
}

/** `channel` and `product`: of the first purchase. Any other name: the customer's attribute, as last written. */
export function dimensionReader(by: string): (text: Dimensions) => Scalar {
  if (by === 'channel') return (text) => parseValue(text.slice(0, Math.max(0, text.indexOf('|'))));
  if (by === 'product') return (text) => parse(text)[0][1];
  const label = `;${escapeText(by)}|`;
  return (text) => {
    const place = text.indexOf(label);
    if (place === -1) return null;
    const start = place + label.length;
    return parseValue(text.slice(start, text.indexOf('|', start)));
  };
}

export function withFirstPurchase(text: Dimensions, first: FirstPurchase, replaces: 'earlier' | 'same-moment'): Dimensions {
  if (text === '' && first[0] === null && first[1] === null) return text;
  const parsed = parse(text);
  // of several first purchases at one moment any will do, if it is the same one whatever came first
  if (replaces === 'earlier' || JSON.stringify(first) < JSON.stringify(parsed[0])) parsed[0] = first;
  return print(parsed);
}

export function withAttributes(text: Dimensions, attributes: Readonly<Record<string, Scalar>>, stamp: number): Dimensions {
  const parsed = parse(text);
  for (const name in attributes) write(parsed[1], name, attributes[name] as Scalar, stamp);
  return print(parsed);
}
