import fc from 'fast-check';
import { bgNbd, churnReasons, type PurchaseHistory, purchaseModels } from '../index.js';

const parameters = { r: 0.24259452, alpha: 4.41360202, a: 0.79292202, b: 2.42590678, s: 0.60624008, beta: 11.66874, k: 3 };
const typical = { x: 1, tx: 17, T: 33 };

const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.nat(60), fc.double({ min: 0.01, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 500, noNaN: true }))
  .map(([x, share, T]) => ({ x, tx: x === 0 ? 0 : share * T, T }));

describe.each(Object.values(purchaseModels))('churnReasons of $name', (model) => {
  it('sum to the difference of log-odds from the typical customer', () => {
    fc.assert(
      fc.property(history, history, (one, other) => {
        const total = churnReasons(model, parameters, one, 13, other).reduce((sum, { contribution }) => sum + contribution, 0);
        const difference = model.noPurchaseLogOdds(parameters, one, 13) - model.noPurchaseLogOdds(parameters, other, 13);
        expect(Math.abs(total - difference)).toBeLessThan(1e-10 * (1 + Math.abs(difference)));
      }),
    );
  });

  it('a typical customer has none', () => {
    for (const { contribution } of churnReasons(model, parameters, typical, 13, typical)) expect(contribution).toBeCloseTo(0, 12);
  });

  it('a feature that does not differ contributes nothing', () => {
    const sameRhythm = { x: 4, tx: (4 * 33) / (4 + (33 - 17) / 17), T: 33 }; // and the same age
    const reasons = churnReasons(model, parameters, sameRhythm, 13, typical);
    expect(reasons[0]!.feature).toBe('frequency');
    expect(reasons[1]!.contribution).toBeCloseTo(0, 10);
    expect(reasons[2]!.contribution).toBeCloseTo(0, 10);
  });

  it('what raises comes first of a likely leaver, and the largest first of each direction', () => {
    fc.assert(
      fc.property(history, (one) => {
        const contributions = churnReasons(model, parameters, one, 13, typical).map(({ contribution }) => contribution);
        const leaves = model.probabilityNoPurchase(parameters, one, 13) >= 0.5;
        if (leaves && contributions.some((each) => each > 0)) expect(contributions[0]).toBeGreaterThan(0);
        for (const sign of [1, -1]) {
          const sizes = contributions.filter((each) => Math.sign(each) === sign).map(Math.abs);
          expect(sizes).toEqual([...sizes].sort((left, right) => right - left));
        }
      }),
    );
  });

  if (model.name.endsWith('-k')) return; // regular customers who have been silent for a while are due
  it('a silence longer than the typical one never lowers, and a longer one lowers never more', () => {
    const ofSilence = (one: PurchaseHistory): number =>
      churnReasons(model, parameters, one, 13, typical).find(({ feature }) => feature === 'recency-against-own-rhythm')!.contribution;
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        if (one.x > 0 && (one.x * (one.T - one.tx)) / one.tx >= 16 / 17) expect(ofSilence(one)).toBeGreaterThanOrEqual(-1e-12);
        if (one.x > 0 && share > 0) expect(ofSilence({ ...one, tx: one.tx * share })).toBeGreaterThanOrEqual(ofSilence(one) - 1e-9);
      }),
    );
  });
});

describe('churnReasons in words', () => {
  const reason = (one: PurchaseHistory, feature: string) =>
    churnReasons(bgNbd, parameters, one, 13, typical, 'week').find((entry) => entry.feature === feature)!;

  it('a customer silent for far longer than usual', () => {
    const overdue = { x: 6, tx: 126 / 7, T: 200 / 7 };
    expect(reason(overdue, 'recency-against-own-rhythm')).toMatchObject({
      value: expect.closeTo(74 / 21, 10),
      typical: expect.closeTo(16 / 17, 10),
      text: 'last bought 74 days ago; usually every 21 days',
    });
    expect(reason(overdue, 'recency-against-own-rhythm').contribution).toBeGreaterThan(0);
    expect(reason(overdue, 'frequency')).toMatchObject({
      value: 6,
      typical: 1,
      text: 'came back 6 times after the first purchase; a typical customer came back once',
    });
    expect(reason(overdue, 'age').text).toBe('a customer for 200 days; typically 231 days');
  });

  it('a customer who bought once has no rhythm: all of that counts as frequency', () => {
    const once = { x: 0, tx: 0, T: 10 };
    expect(reason(once, 'recency-against-own-rhythm')).toMatchObject({
      value: null,
      contribution: 0,
      text: 'bought once, 70 days ago; no rhythm of its own yet',
    });
    expect(reason(once, 'frequency').text).toBe('did not come back after the first purchase; a typical customer came back once');
  });
});
