import fc from 'fast-check';
import { dimensionReader, withAttributes, withFirstPurchase } from './dimensions.js';

const text = fc.oneof(fc.string(), fc.constantFrom('', 'a;b', 'a|b', '100%', '%3b', '{"quoted"}', 'ü 漢字'));
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
);
const name = text.filter((one) => one !== 'channel' && one !== 'product' && one !== '__proto__');

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
          written = withFirstPurchase(written, [channel, product], 'earlier');
          expect([dimensionReader('channel')(written), dimensionReader('product')(written)]).toEqual([channel, product]);
          for (const [key, one] of attributes) expect(dimensionReader(key)(written)).toEqual(one);
          expect(dimensionReader('never written')(written)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is short, and nothing when there is nothing', () => {
    expect(withFirstPurchase(withAttributes('', { region: 'north' }, 6_437_836_800_000), ['web', 'tea'], 'earlier')).toBe(
      'sweb|stea;region|snorth|6437836800000',
    );
    expect(withFirstPurchase(withAttributes('', {}, 8), [null, null], 'earlier')).toBe('');
  });
});
