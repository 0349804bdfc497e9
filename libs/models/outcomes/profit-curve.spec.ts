import fc from 'fast-check';
import { profitCurve } from '../index.js';

const campaign = { valueKept: 100, contactCost: 1, offerCost: 10, acceptance: 0.3 };
const curveOf = (probabilities: readonly number[], left: readonly number[], asked = campaign) =>
  profitCurve(Float64Array.from(probabilities), Uint8Array.from(left), asked);

describe('the profit of a campaign', () => {
  it('by hand: two of ten leave, the likeliest and the third', () => {
    const probabilities = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.1];
    const { tenths, best, breakEven, aboveBreakEven } = curveOf(probabilities, [1, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    // a leaver: 0.3 (100 - 10) - 1 = 26; another one: -10 - 1
    [2.6, 1.5, 4.1, 3, 1.9, 0.8, -0.3, -1.4, -2.5, -3.6].forEach((profit, i) => {
      expect(tenths[i]).toBeCloseTo(profit, 12);
    });
    expect(best).toEqual({ share: 0.3, profit: expect.closeTo(4.1, 12) });
    expect(breakEven).toBeCloseTo(11 / 37, 12);
    expect(aboveBreakEven).toEqual({ share: 0.7, profit: expect.closeTo(-0.3, 12) });
  });

  it('is that of contacting nobody where no contact pays', () => {
    const dear = { ...campaign, contactCost: 200 };
    expect(curveOf([0.9, 0.8], [1, 1], dear)).toMatchObject({ best: { share: 0, profit: 0 }, aboveBreakEven: { share: 0, profit: 0 } });
    expect(curveOf([0.9, 0.8], [1, 1], dear).breakEven).toBeGreaterThan(1);
  });

  it('never parts customers who are equally likely to leave', () => {
    expect(curveOf([0.5, 0.5, 0.5, 0.5], [0, 0, 0, 1]).best).toEqual({ share: 0, profit: 0 });
    expect(curveOf([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 1]).best.share).toBe(1);
  });

  const customers = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 50 });

  it('of everybody is what all leavers and all others bring, and no share does better than the best', () => {
    fc.assert(
      fc.property(customers, (all) => {
        const left = all.map(([, each]) => each);
        const { tenths, best, aboveBreakEven } = curveOf(
          all.map(([probability]) => probability),
          left,
        );
        const leavers = left.reduce((sum, each) => sum + each, 0);
        expect(tenths.at(-1)).toBeCloseTo((26 * leavers - 11 * (all.length - leavers)) / all.length, 9);
        expect(best.profit).toBeGreaterThanOrEqual(Math.max(0, tenths.at(-1)!, aboveBreakEven.profit) - 1e-9);
      }),
    );
  });

  it('grows with the value kept and falls with each cost, wherever the line is drawn', () => {
    fc.assert(
      fc.property(customers, (all) => {
        const tenthsOf = (changed: Partial<typeof campaign>) =>
          curveOf(
            all.map(([probability]) => probability),
            all.map(([, left]) => left),
            { ...campaign, ...changed },
          ).tenths;
        const asGiven = tenthsOf({});
        const [worthMore, ...dearer] = [{ valueKept: 110 }, { contactCost: 2 }, { offerCost: 12 }].map(tenthsOf);
        expect(worthMore!.every((profit, i) => profit >= asGiven[i]!)).toBe(true);
        for (const tenths of dearer) expect(tenths.every((profit, i) => profit <= asGiven[i]!)).toBe(true);
      }),
    );
  });

  it.each([{ valueKept: 0 }, { valueKept: NaN }, { contactCost: -1 }, { offerCost: Infinity }, { acceptance: 0 }, { acceptance: 1.1 }])(
    'refuses %j',
    (changed) => {
      expect(() => curveOf([0.5], [1], { ...campaign, ...changed })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    },
  );
});
