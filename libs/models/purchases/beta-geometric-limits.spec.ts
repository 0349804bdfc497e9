import fc from 'fast-check';
import { bgNbd, type Fit, historyInUnit, mbgNbd, nbd, type PurchaseHistory, type PurchaseModel, purchaseStatistics } from '../index.js';
import { gammaDraw, randomStream, simulateCustomers, ungrouped } from './simulated-customers.fixture.js';

/** Customers with equal rates, or an equal chance to leave, or who leave at once or never. */
function simulated(
  count: number,
  T: number,
  rate: (random: () => number) => number,
  chance: (random: () => number) => number,
  seed: number,
): PurchaseHistory[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () => {
    const [own, leaves] = [rate(random), chance(random)];
    let [x, tx] = [0, 0];
    for (let time = -Math.log(1 - random()) / own; time < T && (x === 0 || random() >= leaves); time += -Math.log(1 - random()) / own) {
      x += 1;
      tx = time;
    }
    return { x, tx, T };
  });
}
const spread = (random: () => number) => gammaDraw(1.5, random) / 8;
const spreadChance = (random: () => number) => {
  const [a, b] = [gammaDraw(1, random), gammaDraw(3, random)];
  return a / (a + b);
};
const alikeRate = () => 0.4;
const alikeChance = () => 0.15;

/** Every prediction is a number, and the predictions of the limit are those of parameters close to it. */
function predictsAs(model: PurchaseModel, limit: Fit, near: Record<string, number>): void {
  for (const history of [
    { x: 0, tx: 0, T: 30 },
    { x: 1, tx: 3, T: 30 },
    { x: 12, tx: 28, T: 30 },
  ]) {
    const ratio = (ask: (p: Record<string, number>) => number) => ask({ ...limit.parameters }) / ask(near);
    expect(ratio((p) => model.probabilityAlive(p, history))).toBeCloseTo(1, 3);
    expect(ratio((p) => model.expectedPurchases(p, history, 50))).toBeCloseTo(1, 3);
    expect(ratio((p) => model.probabilityNoPurchase(p, history, 10))).toBeCloseTo(1, 3);
    expect(ratio((p) => model.discountedResidualPurchases(p, history, 4, 0.01))).toBeCloseTo(1, 3);
  }
}

describe('bg-nbd where its optimum lies at a limit', () => {
  it('rates alike: says so, has three free parameters, and predicts as their neighbours do', () => {
    const fit = bgNbd.fit(ungrouped(simulated(3000, 40, alikeRate, spreadChance, 1)));
    expect(fit).toMatchObject({ converged: true, standardErrors: null });
    expect(fit.parameters.r! / 1e12).toBeCloseTo(1, 9);
    expect(fit.boundary).toMatch(/rates do not differ/);
    expect(fit.parameters.r! / fit.parameters.alpha!).toBeCloseTo(0.4, 1);
    expect(fit.aic).toBeCloseTo(6 - 2 * fit.logLikelihood!, 9);
    predictsAs(bgNbd, fit, { ...fit.parameters, r: 1e6, alpha: (1e6 * fit.parameters.alpha!) / fit.parameters.r! } as Record<string, number>);
  });

  it('dropout alike: the same chance for all', () => {
    const fit = bgNbd.fit(ungrouped(simulated(3000, 60, spread, alikeChance, 1)));
    expect(fit.boundary).toMatch(/chance to leave does not differ/);
    const { a, b } = fit.parameters;
    expect(a! / (a! + b!)).toBeCloseTo(0.15, 1);
    predictsAs(bgNbd, fit, { ...fit.parameters, a: (1e6 * a!) / b!, b: 1e6 } as Record<string, number>);
  });

  it('both alike: two free parameters', () => {
    const fit = bgNbd.fit(ungrouped(simulated(3000, 40, alikeRate, alikeChance, 7)));
    expect(fit.boundary).toMatch(/rates do not differ.*chance to leave does not differ/);
    expect(fit.aic).toBeCloseTo(4 - 2 * fit.logLikelihood!, 9);
    expect(fit.logCovariance!.flat().every(Number.isFinite)).toBe(true);
  });

  it('a limit is never less likely than what the search of all parameters reached', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.constantFrom(bgNbd, mbgNbd),
        fc.constantFrom(alikeRate, spread),
        fc.constantFrom(alikeChance, spreadChance),
        (seed, model, rate, chance) => {
          const groups = ungrouped(simulated(400, 30, rate, chance, seed));
          const fit = model.fit(groups);
          expect(fit.converged).toBe(true);
          expect(fit.logLikelihood!).toBeGreaterThanOrEqual(nbd.fit(groups).logLikelihood! - 1e-6);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('400 monthly buyers, half of whom stop', () => {
  /** A purchase every 30 days from a day of the first month on; the odd ones stop after ten. */
  const end = 690;
  const everyone = Array.from({ length: 400 }, (_, i) => {
    const days: number[] = [];
    for (let day = i % 30; day <= end && (i % 2 === 0 || days.length < 10); day += 30) days.push(day);
    return purchaseStatistics(days, end)!;
  });
  const groups = ungrouped(everyone.map((each) => historyInUnit(each, 'week')));

  it.each([bgNbd, mbgNbd])('$name converges, far above a model in which nobody leaves, and knows who has left', (model) => {
    const fit = model.fit(groups);
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood! - nbd.fit(groups).logLikelihood!).toBeGreaterThan(500);
    const stopped = historyInUnit(everyone[1]!, 'week');
    expect(stopped.x).toBe(9);
    expect(model.probabilityNoPurchase(fit.parameters, stopped, 90 / 7)).toBeGreaterThan(0.99);
    const here = historyInUnit(everyone[0]!, 'week');
    expect(model.probabilityNoPurchase(fit.parameters, here, 90 / 7)).toBeLessThan(0.3);
  });
});

describe('mbg-nbd on customers who leave at once or never', () => {
  it('is a limit in which only the first chance counts', () => {
    const random = randomStream(6);
    const stayers = simulateCustomers(1500, 50, { r: 1.5, alpha: 6, a: 1e-9, b: 1 }, false, 6);
    const histories = stayers.map((one) => (random() < 0.4 ? { x: 0, tx: 0, T: one.T } : one));
    const fit = mbgNbd.fit(ungrouped(histories));
    expect(fit.converged).toBe(true);
    expect(fit.boundary).toMatch(/leaves at the first chance/);
    expect(mbgNbd.probabilityAlive(fit.parameters, { x: 1, tx: 1, T: 50 })).toBeGreaterThan(0.99);
    expect(mbgNbd.probabilityAlive(fit.parameters, { x: 0, tx: 0, T: 50 })).toBeLessThan(0.3);
    expect(mbgNbd.discountedResidualPurchases(fit.parameters, { x: 3, tx: 45, T: 50 }, 4, 0.01)).toBeGreaterThan(0);
  });
});
