import type { Fit } from '../fit.js';
import { bgNbd, nbd, noPurchaseError, type PurchaseGroups, probabilityInterval, purchaseModels } from '../index.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import type { PurchaseModel } from './purchase-model.js';
import { knownAt, simulateCustomers, simulateLifetimes, simulateRegular, ungrouped } from './simulated-customers.fixture.js';

const truth = { r: 0.5, alpha: 10, a: 0.8, b: 2.4 };
const customer = { x: 3, tx: 25, T: 60 };

describe('noPurchaseLogOdds', () => {
  it('keeps both tails', () => {
    expect(probabilityOfLogOdds(noPurchaseLogOdds(-Infinity, Math.log(0.25)))).toBeCloseTo(0.25, 14);
    expect(probabilityOfLogOdds(noPurchaseLogOdds(0, -800))).toBeCloseTo(0.5, 14);
    expect(noPurchaseLogOdds(-Infinity, -800)).toBeCloseTo(-800, 10);
    expect(noPurchaseLogOdds(900, -1)).toBeCloseTo(900 - Math.log(1 - Math.exp(-1)), 10);
  });
});

function groupsFor({ name }: PurchaseModel, count: number): PurchaseGroups {
  if (name === 'pareto-nbd') return ungrouped(simulateLifetimes(count, 60, { r: 0.8, alpha: 8, s: 1.2, beta: 25 }, 11));
  if (name.endsWith('-k')) return knownAt(60, simulateRegular(count, 60, { ...truth, alpha: 3, k: 3 }, name === 'mbg-cnbd-k', 11));
  return ungrouped(simulateCustomers(count, 60, truth, false, 11));
}

function intervalOf(model: PurchaseModel, fit: Fit, horizon: number) {
  const logOdds = model.noPurchaseLogOdds(fit.parameters, customer, horizon);
  return { probability: probabilityOfLogOdds(logOdds), ...probabilityInterval(logOdds, noPurchaseError(model, fit, customer, horizon)!) };
}

describe('the interval of P(no purchase)', () => {
  it.each(Object.values(purchaseModels))('$name: holds the probability, within (0, 1), and narrows with more customers', (model) => {
    const width = (count: number) => {
      const fit = model.fit(groupsFor(model, count));
      const { probability, low, high } = intervalOf(model, fit, 26);
      expect(probability).toBe(model.probabilityNoPurchase(fit.parameters, customer, 26));
      expect(0 < low && low < probability && probability < high && high < 1).toBe(true);
      return high - low;
    };
    const ratio = width(1500) / width(6000);
    expect(ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeLessThan(2.7);
  });

  it('is the slope by a parameter times its error, where one parameter alone is uncertain', () => {
    const parameters = { r: 0.5, alpha: 10 };
    const fit = {
      parameters,
      logCovariance: [
        [0, 0],
        [0, 0.04],
      ],
    };
    // nbd: p = q^(r+x), q = (alpha+T)/(alpha+T+t); d logit p / d ln alpha by hand
    const { x, T } = customer;
    const t = 26,
      q = (10 + T) / (10 + T + t),
      p = q ** (0.5 + x);
    const slope = ((0.5 + x) * 10 * (1 / (10 + T) - 1 / (10 + T + t))) / (1 - p);
    expect(noPurchaseError(nbd, fit, customer, t)).toBeCloseTo(Math.abs(0.2 * slope), 8);
  });

  it('is not printed for a fit without covariance', () => {
    expect(noPurchaseError(bgNbd, { parameters: truth, logCovariance: null }, customer, 26)).toBeNull();
  });

  it('covers the truth about as often as it says', () => {
    const p = bgNbd.probabilityNoPurchase(truth, customer, 26);
    let covered = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const { low, high } = intervalOf(bgNbd, bgNbd.fit(ungrouped(simulateCustomers(1500, 60, truth, false, 100 + seed))), 26);
      if (low <= p && p <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(52); // of 60 at 95 %: lower once in a few hundred times
  });
});
