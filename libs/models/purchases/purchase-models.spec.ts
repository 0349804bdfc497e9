import fc from 'fast-check';
import { groupHistories, noPurchaseProbabilities, type Parameters, type PurchaseGroups, type PurchaseHistory, purchaseModels } from '../index.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { betaGeometricObjective } from './beta-geometric-likelihood.js';
import { arrange } from './grouped-likelihood.js';
import { calibrationEnd, cdnowSample, describeWithData, weekly } from './historical-purchases.fixture.js';
import { simulateCustomers, ungrouped } from './simulated-customers.fixture.js';

const models = Object.values(purchaseModels);
const truth = { r: 0.5, alpha: 10, a: 0.8, b: 2.4, s: 0.6, beta: 12, k: 2 };
const histories = simulateCustomers(2000, 60, truth, false, 1);
const days = histories.map(({ x, tx, T }) => {
  const recencyDays = Math.max(x, Math.round(tx));
  return { x, recencyDays, ageDays: Math.max(recencyDays, T) };
});

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const parameters: fc.Arbitrary<Parameters> = fc.record({
  r: positive(0.01, 60),
  alpha: positive(1, 1e4),
  a: positive(0.001, 100),
  b: positive(0.001, 1e4),
  s: positive(0.001, 100),
  beta: positive(1, 1e5),
  k: fc.integer({ min: 1, max: 4 }),
});
const history: fc.Arbitrary<PurchaseHistory> = fc
  .tuple(fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1000, noNaN: true }))
  .map(([x, share, T]) => ({ x, tx: x === 0 ? 0 : share * T, T }));
const horizon = positive(0.01, 100);

/** With gaps that are all equal within a customer: as regular as purchases can be. */
function equallySpaced(groups: PurchaseGroups): PurchaseGroups {
  const logs = groups.x.reduce((sum, x, i) => (x === 0 ? sum : sum + groups.weight[i]! * x * Math.log(groups.tx[i]! / x)), 0);
  return { ...groups, gaps: { logs, regularity: 2 } };
}

function scaled(groups: PurchaseGroups, factor: number): PurchaseGroups {
  return equallySpaced({ ...groups, tx: groups.tx.map((time) => time * factor), T: groups.T.map((time) => time * factor) });
}

describe.each(models)('$name', (model) => {
  it('gives probabilities within [0, 1] and finite expectations, whatever the parameters', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, h, t) => {
        for (const probability of [model.probabilityAlive(p, h), model.probabilityNoPurchase(p, h, t)]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const expected = model.expectedPurchases(p, h, t);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(expected).toBeLessThan(Infinity);
        expect(Number.isFinite(model.noPurchaseLogOdds(p, h, t))).toBe(true);
      }),
    );
  });

  it('is more likely to see a purchase the longer it waits, and expects more of them', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, h, t) => {
        expect(model.probabilityNoPurchase(p, h, 2 * t)).toBeLessThanOrEqual(model.probabilityNoPurchase(p, h, t) + 1e-12);
        expect(model.expectedPurchases(p, h, 2 * t)).toBeGreaterThanOrEqual(model.expectedPurchases(p, h, t) * (1 - 1e-12));
      }),
    );
  });

  it('expects at least as many purchases as it is likely to see one', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, h, t) => {
        const toSeeOne = 1 / (1 + Math.exp(model.noPurchaseLogOdds(p, h, t)));
        expect(model.expectedPurchases(p, h, t)).toBeGreaterThanOrEqual(toSeeOne * (1 - 1e-9));
      }),
    );
  });

  it('the probabilities of all counts sum to 1, and their mean is the expectation', () => {
    const moderate = fc.record({
      r: positive(0.1, 5),
      alpha: positive(2, 50),
      a: positive(0.05, 5),
      b: positive(0.05, 5),
      s: positive(0.05, 5),
      beta: positive(1, 50),
      k: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(moderate, positive(0.1, 10), (p, t) => {
        let sum = 0,
          mean = 0;
        for (let n = 0; n < 500; n += 1) {
          const probability = model.probabilityOfCount(p, n, t);
          sum += probability;
          mean += n * probability;
        }
        expect(sum).toBeCloseTo(1, 9);
        expect(mean / model.expectedPurchasesNewCustomer(p, t)).toBeCloseTo(1, 8);
      }),
      { numRuns: 10 },
    );
  });

  it('a fit of the groups is the fit of the customers', () => {
    const grouped = equallySpaced(groupHistories(days, 'day'));
    const one = model.fit(grouped);
    const all = model.fit(equallySpaced(ungrouped(days.map(({ x, recencyDays, ageDays }) => ({ x, tx: recencyDays, T: ageDays })))));
    expect(grouped.x.length).toBeLessThan(days.length);
    expect(one.converged && all.converged).toBe(true);
    for (const name of model.parameterNames) expect(one.parameters[name]! / all.parameters[name]!).toBeCloseTo(1, 9);
    expect(one.logLikelihood! / all.logLikelihood!).toBeCloseTo(1, 12);
  });

  it.each([10, 1e-3, 1 / 7])('time times %d scales alpha and beta alone and leaves predictions where they were', (factor) => {
    const groups = equallySpaced(ungrouped(histories));
    const fit = model.fit(groups),
      other = model.fit(scaled(groups, factor));
    for (const name of model.parameterNames) {
      expect(other.parameters[name]! / fit.parameters[name]!).toBeCloseTo(name === 'alpha' || name === 'beta' ? factor : 1, 7);
    }
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood! - fit.transactions * Math.log(factor), 6);
    const customer = { x: 2, tx: 20, T: 60 },
      asScaled = { x: 2, tx: 20 * factor, T: 60 * factor };
    expect(model.probabilityNoPurchase(other.parameters, asScaled, 26 * factor)).toBeCloseTo(model.probabilityNoPurchase(fit.parameters, customer, 26), 8);
  });

  it('scores columns as it scores customers', () => {
    const ofAges = histories.map((one, i) => ({ ...one, T: one.T + (i % 3) })); // many of them equal, without a repeat purchase
    const columns = { x: ofAges.map(({ x }) => x), tx: ofAges.map(({ tx }) => tx), T: ofAges.map(({ T }) => T) };
    const scores = noPurchaseProbabilities(model, truth, columns, 26);
    ofAges.forEach((one, i) => {
      expect(scores[i]).toBe(model.probabilityNoPurchase(truth, one, 26));
    });
    expect(() => noPurchaseProbabilities(model, truth, { ...columns, T: [1] }, 26)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('refuses too little data and impossible rows', () => {
    expect(() => model.fit(equallySpaced(ungrouped(histories.filter(({ x }) => x === 0))))).toThrow(expect.objectContaining({ code: 'too-little-data' }));
    expect(() => model.fit(equallySpaced(ungrouped([{ x: 1, tx: 5, T: 4 }])))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe.each(['nbd', 'bg-nbd', 'mbg-nbd'] as const)('%s, where nobody leaves between purchases', (name) => {
  const model = purchaseModels[name];

  it('P(no purchase) = 1 - P(alive) (1 - ((alpha+T)/(alpha+T+t))^(r+x))', () => {
    fc.assert(
      fc.property(parameters, history, horizon, (p, h, t) => {
        const silent = ((p.alpha! + h.T) / (p.alpha! + h.T + t)) ** (p.r! + h.x);
        expect(model.probabilityNoPurchase(p, h, t)).toBeCloseTo(1 - model.probabilityAlive(p, h) * (1 - silent), 10);
      }),
    );
  });
});

describe('the likelihood of BG/NBD and MBG/NBD', () => {
  const data = arrange(ungrouped(histories.slice(0, 300)), 4);

  it.each([0, 1] as const)('has the gradient and Hessian of its value (first chance %d)', (firstChance) => {
    const objective = betaGeometricObjective(data, firstChance);
    const theta = Float64Array.of(-0.9, 2.1, 0.2, 0.7);
    const at = emptyEvaluation(4),
      up = emptyEvaluation(4),
      down = emptyEvaluation(4);
    objective(theta, at);
    const h = 1e-5;
    theta.forEach((value, i) => {
      objective(theta.with(i, value + h), up);
      objective(theta.with(i, value - h), down);
      expect((up.value - down.value) / (2 * h)).toBeCloseTo(at.gradient[i]!, 8);
      at.gradient.forEach((_, j) => {
        expect((up.gradient[j]! - down.gradient[j]!) / (2 * h)).toBeCloseTo(at.hessian[i * 4 + j]!, 7);
      });
    });
  });

  it.each([
    [0, -600],
    [0, 600],
    [1, -600],
    [1, 600],
  ] as const)('does not overflow (first chance %d, ln a %d)', (firstChance, logA) => {
    const at = emptyEvaluation(4);
    betaGeometricObjective(data, firstChance)(Float64Array.of(-0.9, 2.1, logA, 0.7), at);
    expect([at.value, ...at.gradient, ...at.hessian].every(Number.isFinite)).toBe(true);
  });
});

describe('bg-nbd and mbg-nbd tell a customer who never came back apart', () => {
  it('alive for certain in BG, never in MBG', () => {
    fc.assert(
      fc.property(
        fc.record({ r: positive(0.01, 5), alpha: positive(0.1, 100), a: positive(0.01, 10), b: positive(0.01, 10) }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (p, T) => {
          expect(purchaseModels['bg-nbd'].probabilityAlive(p, { x: 0, tx: 0, T })).toBe(1);
          expect(purchaseModels['mbg-nbd'].probabilityAlive(p, { x: 0, tx: 0, T })).toBeLessThan(1);
        },
      ),
    );
  });
});

describe('long and heavy histories (lifetimes issues 405, 396, 262, 258, 419: "did not converge")', () => {
  const heavy = simulateCustomers(3000, 501, { r: 0.4, alpha: 2, a: 0.6, b: 9 }, false, 405);

  it.each(['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const)('%s converges on x in the hundreds at T = 501, in any unit', (name) => {
    expect(Math.max(...heavy.map(({ x }) => x))).toBeGreaterThan(300);
    for (const factor of [1, 10, 1e-3]) {
      const fit = purchaseModels[name].fit(scaled(ungrouped(heavy), factor));
      expect(fit).toMatchObject({ converged: true, boundary: null });
      expect(fit.standardErrors).not.toBeNull();
    }
  });
});

describeWithData('CDNOW from a start of ones, where the likelihood of others is no number (pymc-marketing issues 214 and 127)', () => {
  it.each([
    ['nbd', -9763.657615],
    ['bg-nbd', -9582.429207],
    ['mbg-nbd', -9582.135716],
    ['pareto-nbd', -9594.976179],
  ] as const)('%s finds the same optimum', (name, logLikelihood) => {
    const fit = purchaseModels[name].fit(weekly(cdnowSample(), calibrationEnd), { start: { r: 1, alpha: 1, a: 1, b: 1, s: 1, beta: 1 } });
    expect(fit).toMatchObject({ converged: true, boundary: null });
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 5);
  });
});
