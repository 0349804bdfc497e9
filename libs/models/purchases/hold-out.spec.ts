import { areaUnderCurve, bgNbd, historyInUnit, type PurchaseHistory, paretoNbd, purchaseStatistics } from '../index.js';
import { type Buyer, calibrationEnd, cdnowMaster, cdnowSample, describeWithData, weekly } from './historical-purchases.fixture.js';

const horizon = 39; // weeks after the calibration

/** What each customer is expected to buy, set against the 39 weeks that followed. */
function heldOut(everyone: readonly Buyer[], expectedOf: (known: PurchaseHistory) => number) {
  const came = everyone.map(({ days }) => days.filter((day) => day > calibrationEnd).length);
  const active = Uint8Array.from(came, (purchases) => Number(purchases > 0));
  const expected = Float64Array.from(everyone, ({ days }) => expectedOf(historyInUnit(purchaseStatistics(days, calibrationEnd)!, 'week')));
  const mean = (of: (i: number) => number): number => came.reduce((sum, _, i) => sum + of(i), 0) / came.length;
  const ranked = [...expected.keys()].sort((one, other) => expected[other]! - expected[one]! || one - other);
  const top = ranked.slice(0, Math.floor(ranked.length / 10));
  return {
    auc: areaUnderCurve(expected, active)!,
    meanError: mean((i) => Math.abs(expected[i]! - came[i]!)),
    rootMeanSquare: Math.sqrt(mean((i) => (expected[i]! - came[i]!) ** 2)),
    total: expected.reduce((sum, each) => sum + each, 0),
    actual: came.reduce((sum, each) => sum + each, 0),
    lift: top.reduce((sum, i) => sum + active[i]!, 0) / top.length / mean((i) => active[i]!),
  };
}

describeWithData('the 39 weeks of CDNOW after the calibration', () => {
  let sample: readonly Buyer[];
  beforeAll(() => {
    sample = cdnowSample();
  });

  it.each([
    [paretoNbd, 0.7787, 0.7545, 1.6028, 1665.5, 2.786],
    [bgNbd, 0.7725, 0.7855, 1.608, 1653.4, 2.742],
  ] as const)('sample, $name: who buys, how often, and how many of the best tenth', (model, auc, meanError, rootMeanSquare, total, lift) => {
    const { parameters } = model.fit(weekly(sample, calibrationEnd));
    const found = heldOut(sample, (known) => model.expectedPurchases(parameters, known, horizon));
    expect(found.actual).toBe(1882);
    expect(found.auc).toBeCloseTo(auc, 4);
    expect(found.meanError).toBeCloseTo(meanError, 4);
    expect(found.rootMeanSquare).toBeCloseTo(rootMeanSquare, 4);
    expect(found.total).toBeCloseTo(total, 1);
    expect(found.lift).toBeCloseTo(lift, 3);
  });

  it('sample: rules without a model are worse, going on as before most of all', () => {
    const naive = heldOut(sample, ({ x, T }) => (x * horizon) / T);
    expect([naive.auc, naive.meanError, naive.rootMeanSquare].map((each) => each.toFixed(4))).toEqual(['0.7598', '1.0237', '2.2119']);
    expect([naive.total.toFixed(0), naive.lift.toFixed(3)]).toEqual(['2930', '2.669']);
    const recency = heldOut(sample, ({ tx, T }) => tx - T);
    expect([recency.auc.toFixed(4), recency.lift.toFixed(3)]).toEqual(['0.7714', '2.610']);
  });

  it('master: the same, for ten times as many customers', () => {
    const master = cdnowMaster();
    const groups = weekly(master, calibrationEnd);
    for (const [model, ...figures] of [
      [paretoNbd, '0.7687', '0.7938', '2.702'],
      [bgNbd, '0.7630', '0.8187', '2.689'],
    ] as const) {
      const { parameters } = model.fit(groups);
      const { actual, auc, meanError, lift } = heldOut(master, (known) => model.expectedPurchases(parameters, known, horizon));
      expect(actual).toBe(19_684);
      expect([auc.toFixed(4), meanError.toFixed(4), lift.toFixed(3)]).toEqual(figures);
    }
  });
});
