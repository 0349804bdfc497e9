import fc from 'fast-check';
import { digammaRise, logBetaRatio, trigammaRise } from './beta-ratio.js';

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

describe('a ratio of beta functions', () => {
  const sumTo = (w: number, term: (j: number) => number) => Array.from({ length: w }, (_, j) => term(j)).reduce((sum, each) => sum + each, 0);

  it('is a product for whole steps', () => {
    fc.assert(
      fc.property(positive(1e-9, 1e12), positive(1e-9, 1e12), fc.integer({ min: 1, max: 40 }), (g, x, w) => {
        const product = -sumTo(w, (j) => Math.log1p(g / (x + j)));
        expect(Math.abs(logBetaRatio(g, x, w) - product)).toBeLessThan(1e-17 + 1e-15 * Math.min(g, w) + 1e-12 * Math.abs(product));
        expect(digammaRise(x, w) / sumTo(w, (j) => 1 / (x + j))).toBeCloseTo(1, 11);
        expect(trigammaRise(x, w) / -sumTo(w, (j) => 1 / (x + j) ** 2)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('of several steps is the sum of each, symmetric, and never above 1', () => {
    fc.assert(
      fc.property(positive(1e-3, 1e12), positive(1e-3, 1e6), positive(1e-3, 1e12), positive(1e-3, 1e12), (g, x, first, second) => {
        const whole = logBetaRatio(g, x, first + second);
        expect((logBetaRatio(g, x, first) + logBetaRatio(g, x + first, second)) / whole).toBeCloseTo(1, 7);
        expect(logBetaRatio(first, x, g)).toBe(logBetaRatio(g, x, first));
        expect(whole).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('no step, no change', () => {
    expect([logBetaRatio(2, 3, 0), digammaRise(3, 0), trigammaRise(3, 0)].map(Math.abs)).toEqual([0, 0, 0]);
  });
});
