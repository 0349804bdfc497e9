import fc from 'fast-check';
import { bgCnbdK, bgNbd, discountedExpectedPurchases, mbgCnbdK, mbgNbd, PurchaseGaps, type PurchaseHistory } from '../index.js';
import { expectDerivatives } from '../numerics/derivatives.fixture.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { betaGeometricObjective } from './beta-geometric-likelihood.js';
import { condensedObjective, gapsInLikelihood } from './condensed-likelihood.js';
import { arrange } from './grouped-likelihood.js';
import { knownAt, simulateRegular, ungrouped } from './simulated-customers.fixture.js';

const truth = { r: 0.85, alpha: 1.45, a: 0.79, b: 2.42, k: 3 };
const theta = Float64Array.of(-0.3, 0.5, -0.4, 0.8);
const known = knownAt(40, simulateRegular(300, 40, truth, true, 3));
const models = [
  { model: bgCnbdK, random: bgNbd, firstChance: 0 },
  { model: mbgCnbdK, random: mbgNbd, firstChance: 1 },
] as const;

/** The mean of a function over rates that are gamma(r, alpha) and chances that are beta(a, b): by the trapezoid, densities and all. */
function mean({ r, alpha, a, b }: typeof truth, of: (rate: number) => (p: number) => number): number {
  let above = 0,
    below = 0;
  for (let y = -30; y < 4; y += 0.1) {
    const density = Math.exp(r * y - Math.exp(y));
    const at = of(Math.exp(y) / alpha);
    for (let l = -30; l < 30; l += 0.4) {
      const weight = density * Math.exp(-a * Math.log1p(Math.exp(-l)) - b * Math.log1p(Math.exp(l)));
      above += weight * at(1 / (1 + Math.exp(-l)));
      below += weight;
    }
  }
  return above / below;
}

const poisson = (n: number, mean: number): number => {
  let term = Math.exp(-mean);
  for (let j = 1; j <= n; j += 1) term *= mean / j;
  return term;
};

/** Of one customer with the given rate and chance: the likelihood of the gaps with a silence after them, and not having left, or having left. */
function customer(gaps: readonly number[], T: number, firstChance: 0 | 1, k: number) {
  const silence = T - gaps.reduce((sum, gap) => sum + gap, 0);
  const chances = gaps.length + firstChance;
  const density = (rate: number) => gaps.reduce((product, gap) => product * rate * poisson(k - 1, rate * gap), 1);
  const behind = (rate: number, j: number) => density(rate) * poisson(j, rate * silence);
  const here = (rate: number) => {
    const silent = Array.from({ length: k }, (_, j) => behind(rate, j)).reduce((sum, each) => sum + each, 0);
    return (p: number) => silent * (1 - p) ** chances;
  };
  const left = (rate: number) => {
    const before = density(rate);
    return (p: number) => (chances === 0 ? 0 : before * (1 - p) ** (chances - 1) * p);
  };
  return { here, left, behind, chances };
}

const gaps = [2.5, 4, 3.2];
const T = 15;
const history: PurchaseHistory = { x: 3, tx: 9.7, T };
const horizon = 9;

/** P(0, 1, 2, ... purchases within `horizon`) of one who does not leave, from a stage on. */
function purchasesAhead(rate: number, behind: number, k: number): number[] {
  const found: number[] = [];
  let term = Math.exp(-rate * horizon); // P(n stages)
  for (let n = 0; n < 40 + 3 * rate * horizon; n += 1) {
    const made = Math.floor((behind + n) / k);
    found[made] = (found[made] ?? 0) + term;
    term *= (rate * horizon) / (n + 1);
  }
  return found;
}

/** Of so many purchases, those made before leaving. */
const madeOf = (made: number, p: number): number => (p < 1e-12 || made === 0 ? made : -Math.expm1(made * Math.log1p(-p)) / p);

describe.each(models)('$model.name against sums over rates and chances', ({ model, firstChance }) => {
  it.each([2, 5])('k = %d: the likelihood of the times between purchases', (k) => {
    const one = customer(gaps, T, firstChance, k);
    const p = { ...truth, k };
    const likelihood = mean(p, one.here) + mean(p, one.left);
    const at = emptyEvaluation(4);
    const ten = { ...ungrouped([history]), weight: Float64Array.of(10) };
    condensedObjective(arrange(ten, 4), firstChance, k)(Float64Array.from([p.r, p.alpha, p.a, p.b], Math.log), at);
    const logGaps = gaps.reduce((sum, gap) => sum + Math.log(gap), 0);
    expect(at.value + gapsInLikelihood(logGaps, gaps.length, k)).toBeCloseTo(Math.log(likelihood), 8);
  });

  it.each([2, 5])('k = %d: P(alive), P(no purchase), expected purchases', (k) => {
    const one = customer(gaps, T, firstChance, k);
    const later = customer(gaps, T + horizon, firstChance, k);
    const p = { ...truth, k };
    const here = mean(p, one.here),
      left = mean(p, one.left);
    expect(model.probabilityAlive(p, history)).toBeCloseTo(here / (here + left), 8);
    expect(model.probabilityNoPurchase(p, history, horizon)).toBeCloseTo((mean(p, later.here) + left) / (here + left), 8);
    const expected = mean(p, (rate) => {
      const weighted: number[] = [];
      for (let j = 0; j < k; j += 1) {
        for (const [made, probability] of purchasesAhead(rate, j, k).entries())
          weighted[made] = (weighted[made] ?? 0) + one.behind(rate, j) * (probability ?? 0);
      }
      return (chance) => (1 - chance) ** one.chances * weighted.reduce((sum, each, made) => sum + each * madeOf(made, chance), 0);
    });
    expect(model.expectedPurchases(p, history, horizon) / (expected / (here + left))).toBeCloseTo(1, 8);
  });

  it.each([
    [2, history],
    [3, { x: 0, tx: 0, T: 0.5 }],
    [6, { x: 12, tx: 60, T: 61 }],
    [12, { x: 1, tx: 9, T: 12 }],
  ])('k = %d: purchases without end are those of many periods, of %j', (k, one) => {
    const p = { ...truth, k, alpha: truth.alpha / k };
    const terms = { discountRatePerPeriod: 0.5, periodLength: 4 };
    const endless = discountedExpectedPurchases(model, p, one, { ...terms, periods: Infinity });
    expect(endless / discountedExpectedPurchases(model, p, one, { ...terms, periods: 45 })).toBeCloseTo(1, 7);
  });
});

describe.each(models)('$model.name at k = 1 is $random.name', ({ model, random, firstChance }) => {
  it('in its likelihood, gradient and Hessian', () => {
    const data = arrange(known, 4);
    const condensed = emptyEvaluation(4),
      plain = emptyEvaluation(4);
    condensedObjective(data, firstChance, 1)(theta, condensed);
    betaGeometricObjective(data, firstChance)(theta, plain);
    expect(condensed.value).toBeCloseTo(plain.value, 12);
    plain.gradient.forEach((each, i) => {
      expect(condensed.gradient[i]).toBeCloseTo(each, 11);
    });
    plain.hessian.forEach((each, i) => {
      expect(condensed.hessian[i]).toBeCloseTo(each, 11);
    });
    expect(gapsInLikelihood(123, 45, 1)).toBe(0);
  });

  it('in its fit, where purchases are random in time, and says so', () => {
    const poissonBuyers = knownAt(52, simulateRegular(2000, 52, { r: 0.8, alpha: 6, a: 0.8, b: 2.4, k: 1 }, firstChance === 1, 12));
    expect(poissonBuyers.gaps!.regularity).toBeCloseTo(1, 0);
    const fit = model.fit(poissonBuyers),
      plain = random.fit(poissonBuyers);
    expect(fit.parameters.k).toBe(1);
    expect(fit.boundary).toMatch(/k is 1/);
    for (const name of random.parameterNames) expect(fit.parameters[name]! / plain.parameters[name]!).toBeCloseTo(1, 8);
    expect(fit.logLikelihood).toBeCloseTo(plain.logLikelihood!, 7);
    expect(fit.aic).toBeCloseTo(plain.aic! + 2, 6);
    expect(fit.bic).toBeCloseTo(plain.bic! + Math.log(2000), 6);
    const customerKnown = { x: 2, tx: 20, T: 30 };
    expect(model.expectedPurchases({ ...plain.parameters, k: 1 }, customerKnown, 9)).toBeCloseTo(
      random.expectedPurchases(plain.parameters, customerKnown, 9),
      12,
    );
  });
});

describe('the likelihood of (M)BG/CNBD-k', () => {
  it.each([
    [0, 2],
    [1, 3],
    [1, 12],
  ] as const)('has the gradient and Hessian of its value (first chance %d, k = %d)', (firstChance, k) => {
    expectDerivatives(condensedObjective(arrange(known, 4), firstChance, k), [...theta]);
  });

  it.each([0, 1] as const)('is a number at its limits, and for x = 500 (first chance %d)', (firstChance) => {
    const heavy = {
      ...ungrouped([
        { x: 500, tx: 499, T: 501 },
        { x: 500, tx: 1, T: 900 },
        { x: 1, tx: 0, T: 0 },
        { x: 3, tx: 7, T: 7 },
        { x: 0, tx: 0, T: 9 },
      ]),
    };
    const data = arrange({ ...heavy, weight: heavy.weight.map(() => 4) }, 4);
    for (const place of [theta, theta.with(2, -600), theta.with(2, 600), Float64Array.of(27, 27, 27, 27), theta.with(2, -Infinity)]) {
      const at = emptyEvaluation(4);
      condensedObjective(data, firstChance, 12)(place, at);
      expect([at.value, ...at.gradient, ...at.hessian].every(Number.isFinite)).toBe(true);
    }
  });
});

describe.each(models)('$model.name on customers who buy at regular times', ({ model, random, firstChance }) => {
  it.each([2, 3, 6])('k = %d: is found, with parameters within their errors, and predicts better than without', (k) => {
    const drawn = { r: 0.85, alpha: 1.45, a: 0.79, b: 4, k };
    const everyone = simulateRegular(4000, 78, drawn, firstChance === 1, 100 + k);
    const groups = knownAt(52, everyone);
    const fit = model.fit(groups);
    expect(fit).toMatchObject({ converged: true, boundary: null });
    expect(fit.parameters.k).toBe(k);
    model.parameterNames.forEach((name, i) => {
      const error = Math.sqrt(fit.logCovariance![i]![i]!);
      expect(Math.abs(Math.log(fit.parameters[name]! / drawn[name as 'r']))).toBeLessThan(3.5 * error);
    });
    const without = random.fit(groups);
    expect(fit.aic!).toBeLessThan(without.aic! - 100);
    const came = everyone.map((times) => times.filter((time) => time > 52).length);
    const off = ({ expectedPurchases }: typeof model, parameters: typeof fit.parameters) =>
      everyone.reduce((sum, _, i) => sum + Math.abs(came[i]! - expectedPurchases(parameters, { x: groups.x[i]!, tx: groups.tx[i]!, T: 52 }, 26)), 0);
    expect(off(model, fit.parameters)).toBeLessThan(off(random, without.parameters));
  });

  it('k is found from an estimate that is too low, or too high', () => {
    const groups = knownAt(52, simulateRegular(1500, 52, { r: 0.85, alpha: 1.45, a: 0.79, b: 4, k: 4 }, firstChance === 1, 4));
    const of = (regularity: number | null) => model.fit({ ...groups, gaps: { ...groups.gaps!, regularity } }).parameters.k;
    expect([null, 1, 6.3, Infinity].map(of)).toEqual([4, 4, 4, 4]);
  });

  it('k is at its edge, and says so, where gaps are all equal', () => {
    const equal = Array.from({ length: 400 }, (_, i) => Array.from({ length: i % 2 === 0 ? 20 : 8 }, (__, n) => n * (3 + (i % 5))));
    const fit = model.fit(knownAt(60, equal));
    expect(fit.parameters.k).toBe(12);
    expect(fit.converged).toBe(true);
    expect(fit.boundary).not.toBeNull();
  });
});

describe('what cannot be fitted', () => {
  it('groups without gaps, and customers of whom nobody came back', () => {
    expect(() => mbgCnbdK.fit(ungrouped([history]))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() =>
      mbgCnbdK.fit(
        knownAt(
          9,
          Array.from({ length: 500 }, () => [0]),
        ),
      ),
    ).toThrow(expect.objectContaining({ code: 'too-little-data' }));
  });
});

describe('PurchaseGaps', () => {
  it.each([1, 3, 6])('estimates k = %d from the first two gaps of each customer, whatever ends the observation', (k) => {
    const gapsOf = knownAt(60, simulateRegular(10_000, 60, { ...truth, alpha: 2, k }, false, k)).gaps!;
    expect(gapsOf.regularity! / k).toBeCloseTo(1, 1);
  });

  it('sums ln gap in the unit asked for, up to a day, and has no estimate without two gaps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { minLength: 1 }), fc.nat(300), (days, end) => {
        days.sort((left, right) => left - right);
        const seen = days.filter((day) => day <= end);
        const sums = new PurchaseGaps();
        sums.add(days, end);
        const logs = seen.slice(1).reduce((sum, day, i) => sum + Math.log((day - seen[i]!) / 7), 0);
        expect(sums.sums('week').logs).toBeCloseTo(logs, 9);
        expect(sums.sums('week').regularity === null).toBe(seen.length < 3);
      }),
    );
  });
});
