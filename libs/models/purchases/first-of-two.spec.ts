import fc from 'fast-check';
import { endsFirst } from './first-of-two.js';

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

describe('endsFirst', () => {
  it('one of the waits ends first, or neither ends', () => {
    const shape = positive(1e-4, 1e6),
      age = positive(1e-3, 1e6);
    fc.assert(
      fc.property(shape, age, shape, age, positive(1e-3, 1e4), (shape1, age1, shape2, age2, span) => {
        const neither = Math.exp(-shape1 * Math.log1p(span / age1) - shape2 * Math.log1p(span / age2));
        expect(endsFirst(shape1, age1, shape2, age2, span) + endsFirst(shape2, age2, shape1, age1, span) + neither).toBeCloseTo(1, 12);
      }),
      { numRuns: 1000 },
    );
  });

  it('of two waits that end alike each is first half of the time', () => {
    expect(endsFirst(2, 5, 2, 5, Infinity)).toBeCloseTo(0.5, 13);
  });

  it('of two constant hazards each is first by its share', () => {
    const expected = (0.3 / 0.5) * -Math.expm1(-0.5 * 4);
    expect(endsFirst(0.3e12, 1e12, 0.2e12, 1e12, 4) / expected).toBeCloseTo(1, 11);
  });

  it('does not cancel over a short span', () => {
    expect(endsFirst(0.6, 42, 26.5, 41, 1e-9) / ((0.6 / 42) * 1e-9)).toBeCloseTo(1, 8);
    expect(endsFirst(0.6, 42, 26.5, 41, 0)).toBe(0);
  });
});
