import fc from 'fast-check';
import { countOccurrence, noOccurrences } from '../shared/occurrences/occurrences.js';
import { dimensionReader, withAttributes } from './dimensions.js';
import type { RetentionDocument } from './document.js';
import { countOrigin } from './origins.js';

const text = fc.oneof(fc.string(), fc.constantFrom('', 'a;b', 'a|b', '100%', '%3b', '{"quoted"}', 'ü 漢字'));
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
);
const name = text.filter((one) => one !== 'channel' && one !== 'product' && one !== '__proto__');

const reader = (by: string) => dimensionReader(by, (purchases) => purchases);

describe('what cohorts can be split by', () => {
  it('is read back as it was written, whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 5 }),
        fc.option(text),
        fc.option(text),
        (attributes, channel, product) => {
          let written = '';
          for (const [key, one] of attributes) written = withAttributes(written, { [key]: one }, 8);
          const bought = noOccurrences();
          countOccurrence(bought, { occurredAt: 0 }, 1);
          const document: RetentionDocument = [bought, written, [], 0];
          countOrigin(document[2], { at: { occurredAt: 0 }, orderId: 'a', minor: 1, currency: 'USD', channel, product }, 1);
          expect([reader('channel')(document), reader('product')(document)]).toEqual([channel, product]);
          for (const [key, one] of attributes) expect(reader(key)(document)).toEqual(one);
          expect(reader('never written')(document)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is short, and nothing when there is nothing', () => {
    expect(withAttributes('', { region: 'north' }, 6_437_836_800_000)).toBe(';region|snorth|6437836800000');
    expect(withAttributes('', {}, 8)).toBe('');
  });

  it('follows the first purchase, when the one before it is taken back', () => {
    const at = (text: string) => ({ occurredAt: Date.parse(text) });
    const sold = (orderId: string, time: string, channel: string | null) =>
      ({ at: at(time), orderId, minor: 1, currency: 'USD', channel, product: null }) as const;
    const document: RetentionDocument = [noOccurrences(), '', [], 0];
    const count = (purchase: ReturnType<typeof sold>, by: 1 | -1): void => {
      countOccurrence(document[0], purchase.at, by);
      countOrigin(document[2], purchase, by);
    };
    const first = sold('a', '2026-01-01T00:00:00Z', 'web');
    count(first, 1);
    count(sold('b', '2026-02-01T00:00:00Z', 'shop'), 1);
    count(sold('c', '2026-03-01T00:00:00Z', 'web'), 1);
    expect(reader('channel')(document)).toBe('web');
    count(first, -1);
    expect(reader('channel')(document)).toBe('shop');
    count(sold('d', '2025-12-01T00:00:00Z', null), 1);
    expect(reader('channel')(document)).toBeNull();
  });
});
