import fc from 'fast-check';
import { bgBb, groupOpportunities, type OpportunityGroups, type OpportunityHistory, opportunityHistory, type Parameters } from '../index.js';
import { expectDerivatives } from '../numerics/derivatives.fixture.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { numbersOf } from '../published-tables.fixture.js';
import { describeWithData } from '../purchases/historical-purchases.fixture.js';
import { betaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';
import { bgBbObjective } from './bg-bb-likelihood.js';

/** 11,104 donors who gave first in 1995, over six years; published as 1.204, .750, .657, 2.783 in Fader, Hardie & Shang (2010). */
const donors = { alpha: 1.203522, beta: 0.749716, gamma: 0.656718, delta: 2.783443 };

/** Histories drawn from the model itself: cohorts of 4, 6 and 9 opportunities. */
function simulated(count: number, { alpha, beta, gamma, delta }: typeof donors, seed: number): OpportunityHistory[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, (_, i) => {
    const takes = betaDraw(alpha, beta, random),
      leaves = betaDraw(gamma, delta, random);
    let isThere = true;
    return opportunityHistory(
      Array.from({ length: [4, 6, 9][i % 3]! }, () => {
        isThere = isThere && random() >= leaves;
        return isThere && random() < takes;
      }),
    );
  });
}

/** For each history of seven opportunities as many customers as are expected among 4,000. */
function expected(parameters: readonly number[]): OpportunityGroups {
  const n = 7;
  const rows = Array.from({ length: 2 ** n }, (_, taken) => opportunityHistory(Array.from({ length: n }, (_, i) => ((taken >> i) & 1) === 1)));
  const groups = groupOpportunities(rows);
  const weight = groups.weight.map((histories, i) => {
    const at = emptyEvaluation(4);
    const one = { x: groups.x.slice(i, i + 1), tx: groups.tx.slice(i, i + 1), n: groups.n.slice(i, i + 1), weight: Float64Array.of(1) };
    bgBbObjective(one)(Float64Array.from(parameters, Math.log), at);
    return 4_000 * histories * Math.exp(at.value);
  });
  return { ...groups, weight };
}

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const either = (min: number, max: number): fc.Arbitrary<Parameters> =>
  fc.record({ alpha: positive(min, max), beta: positive(min, max), gamma: positive(min, max), delta: positive(min, max) });
const history: fc.Arbitrary<OpportunityHistory> = fc.array(fc.boolean(), { maxLength: 40 }).map(opportunityHistory);

describe('bg-bb predictions', () => {
  it('a new donor: expected gifts of the first 1 to 11 years, as in the note on the BG/BB', () => {
    [0.4985, 0.9233, 1.2969, 1.6323, 1.9381, 2.2202, 2.4826, 2.7285, 2.9603, 3.1798, 3.3887].forEach((expected, j) => {
      expect(Math.abs(bgBb.expectedPurchasesNewCustomer(donors, j + 1) - expected)).toBeLessThan(6e-5);
    });
  });

  /** BTYD and lifetimes print these at their own optima: four digits agree. */
  it.each([
    [0, 0, 0.1302169],
    [4, 5, 3.627858],
  ])('donors of %d gifts, the last in year %d: the next ten years, as libraries print them', (x, tx, expected) => {
    expect(bgBb.expectedPurchases(donors, { x, tx, n: 6 }, 10) / expected).toBeCloseTo(1, 4);
  });

  /** Expected gifts of 2002 to 2006 and P(alive in 2002), tables 4 and 5 of the paper with two digits more. */
  it.each([
    [0, 0, 0.0729, 0.1081],
    [1, 1, 0.0857, 0.0695],
    [1, 2, 0.3142, 0.2547],
    [1, 3, 0.5939, 0.4814],
    [1, 4, 0.8394, 0.6804],
    [1, 5, 1.0217, 0.8281],
    [1, 6, 1.1479, 0.9304],
    [2, 2, 0.1191, 0.0664],
    [2, 3, 0.5361, 0.2989],
    [2, 4, 1.0576, 0.5897],
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: the figure is of the table
    [2, 5, 1.443, 0.8046],
    [2, 6, 1.6688, 0.9304],
    [3, 3, 0.2236, 0.095],
    [3, 4, 1.0346, 0.4396],
    [3, 5, 1.8047, 0.7668],
    [3, 6, 2.1897, 0.9304],
    [4, 4, 0.5832, 0.2002],
    [4, 5, 2.03, 0.6968],
    [4, 6, 2.7107, 0.9304],
    [5, 5, 1.8129, 0.522],
    [5, 6, 3.2316, 0.9304],
    [6, 6, 3.7525, 0.9304],
  ])('%d gifts, the last in year %d: %d gifts in the next five years, alive with %d', (x, tx, gifts, alive) => {
    const donor = { x, tx, n: 6 };
    expect(Math.abs(bgBb.expectedPurchases(donors, donor, 5) - gifts)).toBeLessThan(6e-5);
    expect(Math.abs(bgBb.probabilityAlive(donors, donor, 1) - alive)).toBeLessThan(6e-5);
  });

  it.each([
    [0, 0, 0.1148],
    [1, 1, 0.135],
    [4, 5, 3.1971],
    [6, 6, 5.9099],
  ])('%d gifts, the last in year %d: %d without end at 10 %%', (x, tx, expected) => {
    expect(Math.abs(bgBb.discountedResidualPurchases(donors, { x, tx, n: 6 }, 0.1) - expected)).toBeLessThan(6e-5);
  });

  it('took the last opportunity: was there, and may leave before the next', () => {
    expect(bgBb.probabilityAlive(donors, { x: 2, tx: 6, n: 6 })).toBe(1);
    expect(bgBb.probabilityAlive(donors, { x: 2, tx: 6, n: 6 }, 1)).toBeCloseTo((2.783443 + 6) / (0.656718 + 2.783443 + 6), 12);
  });

  it('refuses, in words, what has no answer', () => {
    const { gamma: _missing, ...incomplete } = donors;
    for (const attempt of [
      () => bgBb.probabilityAlive(donors, { x: 3, tx: 2, n: 6 }),
      () => bgBb.probabilityAlive(donors, { x: 2, tx: 2, n: 6 }, -1),
      () => bgBb.expectedPurchases(donors, { x: 2, tx: 2, n: 6 }, 1.5),
      () => bgBb.discountedResidualPurchases(donors, { x: 2, tx: 2, n: 6 }, 0),
      () => bgBb.probabilityOfCount(donors, -1, 6),
    ]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    }
    expect(() => bgBb.probabilityAlive(incomplete, { x: 2, tx: 2, n: 6 })).toThrow(expect.objectContaining({ code: 'not-finite' }));
    expect(() => bgBb.probabilityOfCount(incomplete, 2, 6)).toThrow(expect.objectContaining({ code: 'not-finite' }));
  });
});

describe('bg-bb whatever the parameters', () => {
  it('gives probabilities within [0, 1], falling with time ahead, and expectations within what can be taken', () => {
    fc.assert(
      fc.property(either(1e-9, 1e9), history, fc.nat(30), (p, h, ahead) => {
        const alive = bgBb.probabilityAlive(p, h, ahead);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(bgBb.probabilityAlive(p, h, ahead + 1)).toBeLessThanOrEqual(alive);
        expect(bgBb.expectedPurchases(p, h, ahead)).toBeLessThanOrEqual(ahead * bgBb.probabilityAlive(p, h));
        expect(bgBb.discountedResidualPurchases(p, h, 0.1)).toBeLessThanOrEqual(10 * (1 + 1e-9));
        expect(bgBb.probabilityOfCount(p, h.x, h.n)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('the probabilities of all counts sum to 1, and their mean is the expectation', () => {
    fc.assert(
      fc.property(either(0.01, 100), fc.nat(50), (p, n) => {
        let sum = 0,
          mean = 0;
        for (let x = 0; x <= n; x += 1) {
          sum += bgBb.probabilityOfCount(p, x, n);
          mean += x * bgBb.probabilityOfCount(p, x, n);
        }
        expect(bgBb.probabilityOfCount(p, n + 1, n)).toBe(0);
        expect(sum).toBeCloseTo(1, 10);
        expect(mean).toBeCloseTo(bgBb.expectedPurchasesNewCustomer(p, n), 9);
      }),
    );
  });

  it('what is expected without end is the discounted sum of the years, and falls in the rate', () => {
    fc.assert(
      fc.property(either(0.05, 20), history, positive(0.05, 1), (p, h, rate) => {
        let sum = 0;
        for (let k = 1; k <= 500; k += 1) sum += (bgBb.expectedPurchases(p, h, k) - bgBb.expectedPurchases(p, h, k - 1)) / (1 + rate) ** k;
        const dert = bgBb.discountedResidualPurchases(p, h, rate);
        expect(dert / sum).toBeCloseTo(1, 7);
        expect(bgBb.discountedResidualPurchases(p, h, 1.1 * rate)).toBeLessThan(dert);
      }),
      { numRuns: 20 },
    );
  });
});

describe('bg-bb fit', () => {
  const rows = simulated(3_000, donors, 3);

  it.each([
    [0.2, -0.3, -0.4, 1],
    [6, 5, 4, 6],
    [-5, -4, -6, -3],
  ])('its gradient and Hessian are those of its value', (...start) => {
    expectDerivatives(bgBbObjective(groupOpportunities(rows)), start);
  });

  it('its likelihood is 1 over all that can happen', () => {
    expect(expected([1.2, 0.7, 0.6, 2.8]).weight.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(4_000, 8);
  });

  it('finds the truth again within its own uncertainty, over cohorts of several lengths', () => {
    const fit = bgBb.fit(groupOpportunities(rows));
    expect(fit).toMatchObject({ converged: true, boundary: null, customers: 3_000 });
    for (const [name, value] of Object.entries(donors)) expect(Math.abs(fit.parameters[name]! - value) / fit.standardErrors![name]!).toBeLessThan(3);
  });

  it('of the groups is that of the customers, in any order', () => {
    const each = {
      x: Int32Array.from(rows, ({ x }) => x),
      tx: Int32Array.from(rows, ({ tx }) => tx),
      n: Int32Array.from(rows, ({ n }) => n),
      weight: new Float64Array(rows.length).fill(1),
    };
    const fit = bgBb.fit(groupOpportunities(rows)),
      ungrouped = bgBb.fit(each),
      reversed = bgBb.fit(groupOpportunities([...rows].reverse()));
    for (const other of [ungrouped, reversed]) {
      for (const name of bgBb.parameterNames) expect(other.parameters[name]! / fit.parameters[name]!).toBeCloseTo(1, 7);
      expect(other.logLikelihood! / fit.logLikelihood!).toBeCloseTo(1, 12);
    }
  });

  it('nobody leaves: says so, and takes all as alive', () => {
    const fit = bgBb.fit(expected([1, 1, 1e-12, 1]));
    expect(fit.boundary).toMatch(/not identifiable/);
    expect(fit.standardErrors).toBeNull();
    expect(bgBb.probabilityAlive(fit.parameters, { x: 4, tx: 6, n: 8 })).toBeCloseTo(1, 4);
  });

  const all = 1e12,
    none = 1e-12;

  it.each([
    ['leave alike', [1, 1, all, 4 * all], 3, /: customers do not differ in how likely they leave beyond chance \(gamma and delta grow without end\)\.$/],
    ['take alike', [all, all, 1, 3], 3, /: customers do not differ in how often they take an opportunity beyond chance \(alpha and beta grow without end\)\.$/],
    ['take and leave alike', [all, all, all, 4 * all], 2, /alpha and beta grow without end\), and .*gamma and delta grow without end/],
    ['take all or none', [none, none, 1, 3], 3, /: customers take every opportunity or none/],
    ['leave at once or never', [1, 1, none, 2 * none], 3, /: customers leave before the first opportunity or never/],
  ])('customers %s: a limit, and says which', (_, parameters, free, words) => {
    const fit = bgBb.fit(expected(parameters));
    expect(fit).toMatchObject({ converged: true, standardErrors: null, boundary: expect.stringMatching(words) });
    expect(fit.aic! / 2 + fit.logLikelihood!).toBeCloseTo(free, 6);
    const truth = Object.fromEntries(bgBb.parameterNames.map((name, i) => [name, parameters[i]!]));
    for (const n of [1, 4, 20]) expect(bgBb.expectedPurchasesNewCustomer(fit.parameters, n)).toBeCloseTo(bgBb.expectedPurchasesNewCustomer(truth, n), 3);
  });

  it('what hardly says anything has an answer in any case', () => {
    for (const row of [
      { x: 5, tx: 5, n: 5 },
      { x: 1, tx: 1, n: 1 },
      { x: 1, tx: 1, n: 9 },
    ]) {
      const fit = bgBb.fit(groupOpportunities(Array.from({ length: 50 }, () => row)));
      expect(Number.isFinite(fit.logLikelihood)).toBe(true);
      expect(fit.boundary).not.toBeNull();
      expect(fit.standardErrors).toBeNull();
      expect(bgBb.expectedPurchases(fit.parameters, row, 5)).toBeGreaterThanOrEqual(0);
    }
  });

  it('refuses too little data and impossible rows', () => {
    expect(() => bgBb.fit(groupOpportunities(rows.filter(({ x }) => x === 0)))).toThrow(expect.objectContaining({ code: 'too-little-data' }));
    const row = { x: Int32Array.of(3), tx: Int32Array.of(2), n: Int32Array.of(4), weight: Float64Array.of(1) };
    expect(() => bgBb.fit(row)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => bgBb.fit({ ...row, tx: Int32Array.of(3), weight: Float64Array.of(0) })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describeWithData('bg-bb on the donors of Fader, Hardie & Shang (2010)', () => {
  const groups = (): OpportunityGroups => {
    const file = numbersOf('donations.csv');
    const column = (name: string) => Int32Array.from(file.get(name)!);
    return { x: column('frequency'), tx: column('recency'), n: column('periods'), weight: Float64Array.from(file.get('weights')!) };
  };

  it('reference optimum and standard errors', () => {
    const fit = bgBb.fit(groups());
    expect(fit).toMatchObject({ model: 'bg-bb', converged: true, boundary: null, customers: 11_104 });
    for (const [name, value] of Object.entries(donors)) expect(Math.abs(fit.parameters[name]! / value - 1)).toBeLessThan(2e-6);
    expect(fit.logLikelihood).toBeCloseTo(-33225.581274, 5);
    const errors = { alpha: 0.069391, beta: 0.029448, gamma: 0.05101, delta: 0.320819 };
    for (const [name, value] of Object.entries(errors)) expect(Math.abs(fit.standardErrors![name]! / value - 1)).toBeLessThan(2e-5);
    expect(bgBb.fit(groups(), { start: fit.parameters }).iterations).toBe(0);
  });

  it('gifts expected of all from 2002 to 2006, and the histogram of gifts', () => {
    const { parameters } = bgBb.fit(groups());
    const { x, tx, n, weight } = groups();
    let total = 0;
    weight.forEach((count, i) => {
      total += count * bgBb.expectedPurchases(parameters, { x: x[i]!, tx: tx[i]!, n: n[i]! }, 5);
    });
    expect(total).toBeCloseTo(12_884.16, 2);
    expect(11_104 * bgBb.probabilityOfCount(parameters, 0, 6)).toBeCloseTo(3454.9, 1);
    expect(11_104 * bgBb.probabilityOfCount(parameters, 6, 6)).toBeCloseTo(1253.1, 1);
  });
});
