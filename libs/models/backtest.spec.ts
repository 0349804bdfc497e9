import fc from 'fast-check';
import { assess } from './index.js';

describe('an assessment of probabilities', () => {
  it('by hand', () => {
    const { calibration, ...figures } = assess(Float64Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1));
    expect(figures).toEqual({ customers: 4, baseRate: 0.5, meanProbability: 0.4125, auc: 0.75, brier: expect.closeTo(0.158125, 12), topDecileLift: 2 });
    expect(calibration).toHaveLength(4);
    expect(calibration[0]).toEqual({ from: 0.1, to: 0.2, customers: 1, meanProbability: 0.1, observed: 0 });
  });

  it('has no AUC where it happened to all or nobody', () => {
    expect(assess(Float64Array.of(0, 1), Uint8Array.of(0, 0))).toMatchObject({ auc: null, topDecileLift: null, brier: 0.5 });
    expect(assess(Float64Array.of(1, 1), Uint8Array.of(1, 1))).toMatchObject({ auc: null, topDecileLift: 1, brier: 0 });
  });

  it('counts each pair for the AUC, ties as one half', () => {
    const customers = fc.array(fc.record({ probability: fc.constantFrom(0.1, 0.2, 0.5, 1), happened: fc.boolean() }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(customers, (all) => {
        const [yes, no] = [true, false].map((which) => all.filter(({ happened }) => happened === which));
        const { auc, calibration } = assess(
          Float64Array.from(all, (one) => one.probability),
          Uint8Array.from(all, ({ happened }) => Number(happened)),
        );
        const pairs = yes!.flatMap((one) => no!.map((other) => (one.probability > other.probability ? 1 : one.probability === other.probability ? 0.5 : 0)));
        if (pairs.length === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length, 12);
        expect(calibration.reduce((sum, bin) => sum + bin.customers, 0)).toBe(all.length);
      }),
    );
  });
});
