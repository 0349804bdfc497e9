import fc from 'fast-check';
import { discountedExpectedPurchases, nbd, type Parameters, type PurchaseHistory, purchaseModels } from '../index.js';

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameters: fc.Arbitrary<Parameters> = fc.record({
  r: positive(0.05, 5),
  alpha: positive(1, 100),
  a: positive(0.05, 20),
  b: positive(0.05, 200),
  s: positive(0.05, 20),
  beta: positive(1, 1e3),
});
const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 1, max: 200, noNaN: true }))
  .map(([x, share, T]) => ({ x, tx: x === 0 ? 0 : share * T, T }));
const forEver = { periods: Infinity, periodLength: 1 };
const wild: fc.Arbitrary<Parameters> = fc.record({
  r: positive(1e-3, 1e5),
  alpha: positive(1e-2, 1e6),
  a: positive(1e-3, 1e5),
  b: positive(1e-3, 1e7),
  s: positive(1e-9, 1e6),
  beta: positive(1e-2, 1e9),
  k: fc.integer({ min: 2, max: 6 }),
});

/** Where purchases come at regular times, a period may expect more of them than the one before. */
const randomInTime = Object.values(purchaseModels).filter(({ name }) => !name.endsWith('-k'));

describe('discountedExpectedPurchases without end', () => {
  it.each(randomInTime)('$name: is the sum over all periods, to the bound of what is left of it', (model) => {
    fc.assert(
      fc.property(parameters, history, positive(0.02, 0.5), (p, h, discountRatePerPeriod) => {
        const upTo = (periods: number) => discountedExpectedPurchases(model, p, h, { periods, discountRatePerPeriod, periodLength: 1 });
        const periods = 150;
        const summed = upTo(periods);
        const lastPeriod = (model.expectedPurchases(p, h, periods) - model.expectedPurchases(p, h, periods - 1)) / (1 + discountRatePerPeriod) ** periods;
        const without = discountedExpectedPurchases(model, p, h, { ...forEver, discountRatePerPeriod });
        expect(without).toBeGreaterThanOrEqual(summed * (1 - 1e-9));
        expect(without).toBeLessThanOrEqual(summed * (1 + 1e-9) + lastPeriod / discountRatePerPeriod); // each period expects less than the one before
      }),
      { numRuns: 60 },
    );
  });

  it('nbd: a perpetuity', () => {
    const perPeriod = nbd.expectedPurchases({ r: 2, alpha: 6 }, { x: 4, tx: 5, T: 6 }, 1);
    expect(discountedExpectedPurchases(nbd, { r: 2, alpha: 6 }, { x: 4, tx: 5, T: 6 }, { ...forEver, discountRatePerPeriod: 0.01 })).toBeCloseTo(
      perPeriod * 100,
      12,
    );
  });

  it('for periods without length, the chance uniform and the rate exponential: e^z E1(z) at z = delta alpha, as Abramowitz & Stegun 5.1 have it', () => {
    const period = 1e-8;
    const discounted = (delta: number) =>
      discountedExpectedPurchases(
        purchaseModels['bg-nbd'],
        { r: 1, alpha: 1, a: 1, b: 1 },
        { x: 0, tx: 0, T: 0 },
        { periods: Infinity, periodLength: period, discountRatePerPeriod: delta * period },
      );
    expect(discounted(1)).toBeCloseTo(0.596347362323194, 7);
    expect(discounted(10)).toBeCloseTo(0.0915633339397881, 7);
  });

  it('where all customers buy and leave alike: a geometric series', () => {
    const alike = { r: 1e9, alpha: 2e9, a: 1e9, b: 4e9 }; // 0.5 purchases a period, leaving after one in five
    const stay = Math.exp(-0.5 * 0.2);
    const expected = (1 - stay) / 0.2 / (1.01 - stay);
    expect(
      discountedExpectedPurchases(purchaseModels['bg-nbd'], alike, { x: 0, tx: 0, T: 0 }, { ...forEver, discountRatePerPeriod: 0.01 }) / expected,
    ).toBeCloseTo(1, 6);
  });

  it.each(randomInTime)('$name: is a number between nothing and a perpetuity, whatever the parameters', (model) => {
    fc.assert(
      fc.property(wild, history, positive(1e-6, 1), (p, h, discountRatePerPeriod) => {
        const found = discountedExpectedPurchases(model, p, h, { ...forEver, discountRatePerPeriod });
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual((nbd.expectedPurchases(p, h, 1) / discountRatePerPeriod) * (1 + 1e-6));
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.values(purchaseModels))('$name: falls as the rate rises, whatever the parameters', (model) => {
    fc.assert(
      fc.property(wild, history, positive(1e-5, 0.5), (p, h, discountRatePerPeriod) => {
        const at = (rate: number) => discountedExpectedPurchases(model, p, h, { ...forEver, discountRatePerPeriod: rate });
        expect(at(1.5 * discountRatePerPeriod)).toBeLessThanOrEqual(at(discountRatePerPeriod) * (1 + 1e-6));
      }),
      { numRuns: model.name.endsWith('-k') ? 5 : 40 },
    );
  });

  it('refuses a rate of zero: what adds up without end has no sum', () => {
    expect(() => discountedExpectedPurchases(nbd, { r: 2, alpha: 6 }, { x: 0, tx: 0, T: 1 }, { ...forEver, discountRatePerPeriod: 0 })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
