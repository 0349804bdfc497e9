import { type RegisterList, type Scalar, valueIn, write } from '../last-write/register-list.js';

/**
 * What cohorts can be split by, as text: most questions do not split, and a text that nobody reads costs a scan of a
 * million customers a third of what the parsed thing would. Empty while nothing is known.
 */
export type Dimensions = string;

export type FirstPurchase = [channel: string | null, product: string | null];

type Parsed = [first: FirstPurchase | null, attributes: RegisterList];

const parse = (text: Dimensions): Parsed => (text === '' ? [null, []] : (JSON.parse(text) as Parsed));
const print = (parsed: Parsed): Dimensions => (parsed[0] === null && parsed[1].length === 0 ? '' : JSON.stringify(parsed));

/** `channel` and `product`: of the first purchase. Any other name: the customer's attribute, as last written. */
export function dimensionOf(text: Dimensions, by: string): Scalar {
  if (text === '') return null;
  const [first, attributes] = parse(text);
  if (by === 'channel') return first?.[0] ?? null;
  if (by === 'product') return first?.[1] ?? null;
  return valueIn(attributes, by);
}

export function withFirstPurchase(text: Dimensions, first: FirstPurchase, replaces: 'earlier' | 'same-moment'): Dimensions {
  const known = first[0] === null && first[1] === null ? null : first;
  if (text === '' && known === null) return text;
  const parsed = parse(text);
  // of several first purchases at one moment any will do, if it is the same one whatever came first
  if (replaces === 'earlier' || JSON.stringify(known) < JSON.stringify(parsed[0])) parsed[0] = known;
  return print(parsed);
}

export function withAttributes(text: Dimensions, attributes: Readonly<Record<string, Scalar>>, stamp: number): Dimensions {
  const parsed = parse(text);
  for (const name in attributes) write(parsed[1], name, attributes[name] as Scalar, stamp);
  return print(parsed);
}
