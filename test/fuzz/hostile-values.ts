import type { SeededRandom } from '../engine/seeded-random.js';

const texts = [
  '',
  ' ',
  '\u0000',
  'null',
  'undefined',
  'NaN',
  '0',
  '-1',
  '1e309',
  '0x10',
  'true',
  '[]',
  '{}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc',
  '%00',
  '%ff',
  '\\',
  '"',
  "'; DROP TABLE event; --",
  '\u202egnirts',
  '\u{1F469}\u200d\u{1F680}',
  'e\u0301',
  '\ufeff',
  '\ud800',
  'İ',
  'ﬀ',
  '٣',
  '2026-02-30T00:00:00Z',
  '2026-01-01',
  '9999-12-31T23:59:59Z',
  '-000001-01-01T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:00:60Z',
  'P1M',
  'P-1M',
  'PT',
  'P999999999Y',
  'EUR',
  'XXX',
  'eur',
  'C-1',
  'A-1',
  'K-1',
  'S-1',
  'month',
  'UTC',
  'Europe/Berlin',
  '=1+1',
  '\r\nX-Injected: 1',
  '{{7*7}}',
  '<script>',
  'a'.repeat(300),
  'é'.repeat(5_000),
];
const numbers = [0, -0, 1, -1, 0.1, 1.5, 2 ** 31, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 1e21, 1e308, -1e308, 5e-324, 100];
const keys = [
  'customerId',
  'amount',
  'minor',
  'currency',
  'occurredAt',
  'lines',
  'x',
  '',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '0',
  'a/b~c',
  '\u0000',
];

export function hostileText(random: SeededRandom): string {
  if (random.chance(0.15)) return Array.from({ length: 1 + random.below(12) }, () => String.fromCharCode(random.below(0x2_ff))).join('');
  return random.pick(texts);
}

/** The same for a URL, which cannot carry half of a surrogate pair. */
export function hostileWord(random: SeededRandom): string {
  return encodeURIComponent(hostileText(random).replace(/\p{Surrogate}/gu, '?'));
}

/** Any JSON value, mostly one that code tends to overlook. */
export function hostileValue(random: SeededRandom, depth = 0): unknown {
  const kind = random.below(depth > 3 ? 4 : 7);
  if (kind === 0) return random.pick([null, true, false]);
  if (kind === 1) return random.pick(numbers);
  if (kind <= 3) return hostileText(random);
  if (kind === 4) return Array.from({ length: random.below(4) }, () => hostileValue(random, depth + 1));
  if (kind === 5) return { minor: random.pick(numbers), currency: random.pick(['EUR', 'USD', 'JPY', 'KWD', 'XXX', 'eur', '']) };
  return Object.fromEntries(Array.from({ length: random.below(4) }, () => [random.pick(keys), hostileValue(random, depth + 1)]));
}

/** A copy with one to three changes: another value, a field removed, a field added, a level added. */
export function mutated(value: unknown, random: SeededRandom): unknown {
  const copy = structuredClone(value);
  const root = { root: copy };
  for (let change = 1 + random.below(3); change > 0; change--) changeOnePlace(root, random);
  return root.root;
}

function changeOnePlace(root: { root: unknown }, random: SeededRandom): void {
  const places: Array<[Record<string, unknown>, string]> = [];
  const visit = (holder: Record<string, unknown>): void => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>);
    }
  };
  visit(root as Record<string, unknown>);
  const [holder, key] = random.pick(places);
  const action = random.below(10);
  if (action < 6) holder[key] = hostileValue(random);
  else if (action === 6 && (holder as unknown) !== root) delete holder[key];
  else if (action === 7) holder[random.pick(keys)] = hostileValue(random);
  else if (action === 8) holder[key] = [holder[key]];
  else if (action === 9) holder[key] = deep(1 + random.below(2_000));
  else holder[key] = null;
}

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { amount: value } : [value];
  return value;
}

/** Bytes of a once valid text: cut, with bytes flipped, inserted or removed, or no longer UTF-8. */
export function damaged(text: string, random: SeededRandom): Buffer {
  const bytes = Buffer.from(text);
  switch (random.below(7)) {
    case 0:
      return bytes.subarray(0, random.below(bytes.length + 1));
    case 1:
      for (let flips = 1 + random.below(5); flips > 0 && bytes.length > 0; flips--) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
      return bytes;
    case 2:
      return Buffer.concat([bytes, Buffer.from(random.pick(['}', ' {}', '\u0000', ',', '\n\n', 'x']))]);
    case 3:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 4:
      return Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from([0xc3, 0x28, 0xff]), bytes.subarray(bytes.length >> 1)]);
    case 5:
      return Buffer.from(text, 'utf16le');
    default:
      return randomBytes(random, random.below(300));
  }
}

export function randomBytes(random: SeededRandom, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
