import fc from 'fast-check';
import { areaUnderCurve, discountedExpectedPurchases, historyInUnit, paretoNbd, purchaseStatistics } from '../index.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { arrange } from './grouped-likelihood.js';
import { calibrationEnd, cdnowMaster, cdnowSample, dayOf, describeWithData, statisticsOf, weekly } from './historical-purchases.fixture.js';
import { paretoNbdObjective } from './pareto-nbd-likelihood.js';
import { simulateCustomers, simulateLifetimes, ungrouped } from './simulated-customers.fixture.js';

/** CDNOW 1/10 sample, 39 weeks; published as .553, 10.578, .606, 11.669 in Fader, Hardie & Lee (2005), table 2. */
const cdnow = { r: 0.55327708, alpha: 10.57768, s: 0.60624008, beta: 11.66874 };
const customer1 = { x: 2, tx: 213 / 7, T: 272 / 7 };

describe('pareto-nbd predictions', () => {
  /** Computed with mpmath (40 digits) from the integrals over the time of leaving. */
  it.each([
    [2, 213 / 7, 272 / 7, 0.8691342553389891, 1.850890697127481, -0.07435416362948542],
    [26, 216 / 7, 31, 0.997873404623189, 25.4551852370138, -3.711205461703555],
    [0, 0, 272 / 7, 0.2951125744174821, 0.1361840836608816, 2.850157846046255],
    [10, 20, 39, 0.0803871874435698, 0.705888227910437, 2.506403803840569],
    [25, 20, 39, 0.0001453312942275542, 0.003090064250591388, 8.859335254590953],
    [0, 0, 0, 1, 1.473434935116644, 0.526582120529382],
  ])('x %d, tx %d, T %d: P(alive), purchases in 52 weeks, log-odds of none in 26, to 12 digits', (x, tx, T, alive, purchases, logOdds) => {
    expect(paretoNbd.probabilityAlive(cdnow, { x, tx, T }) / alive).toBeCloseTo(1, 12);
    expect(paretoNbd.expectedPurchases(cdnow, { x, tx, T }, 52) / purchases).toBeCloseTo(1, 12);
    expect(paretoNbd.noPurchaseLogOdds(cdnow, { x, tx, T }, 26) / logOdds).toBeCloseTo(1, 11);
  });

  /** BTYD and lifetimes print these at their own optima: three digits agree with the exact values above. */
  it('customers 1 and 1516 and a new one, as libraries print them', () => {
    const customer1516 = { x: 26, tx: 216 / 7, T: 31 };
    expect(Math.abs(paretoNbd.expectedPurchases(cdnow, customer1516, 52) / 25.45647 - 1)).toBeLessThan(1e-4);
    expect(paretoNbd.probabilityAlive(cdnow, customer1516)).toBeCloseTo(0.997874, 5);
    expect(paretoNbd.expectedPurchases(cdnow, customer1, 39)).toBeCloseTo(1.455202, 6);
    expect(paretoNbd.probabilityAlive(cdnow, customer1)).toBeCloseTo(0.869134, 6);
    expect(paretoNbd.expectedPurchasesNewCustomer(cdnow, 52) / 1.473434).toBeCloseTo(1, 5);
  });

  it.each([
    [10, 0.7062289],
    [15, 0.1442396],
    [20, 0.02250658],
    [25, 0.00309267],
  ])('the increasing-frequency paradox at x = %d, silent from week 20 to 39, as libraries print it', (x, printed) => {
    expect(Math.abs(paretoNbd.expectedPurchases(cdnow, { x, tx: 20, T: 39 }, 52) / printed - 1)).toBeLessThan(1e-3);
  });

  it.each([
    [39, 0, 0.593532296015668],
    [39, 1, 0.165585372065624],
    [39, 5, 0.0214918562637948],
    [39, 20, 0.000258006962366889],
    [2, 10, 1.89271567543736e-9],
  ])('P(X(%d) = %d), by mpmath', (t, n, expected) => expect(paretoNbd.probabilityOfCount(cdnow, n, t) / expected).toBeCloseTo(1, 12));

  it('s = 1 is no gap between 1 - h and 1 + h', () => {
    const at = (s: number) => paretoNbd.expectedPurchases({ ...cdnow, s }, customer1, 40);
    expect((at(1 - 1e-7) + at(1 + 1e-7)) / 2 / at(1)).toBeCloseTo(1, 12);
  });
});

describe('pareto-nbd where others give NaN or infinity', () => {
  const finite = (parameters: typeof cdnow, history: { x: number; tx: number; T: number }) => {
    const alive = paretoNbd.probabilityAlive(parameters, history);
    expect(alive).toBeGreaterThanOrEqual(0);
    expect(alive).toBeLessThanOrEqual(1);
    for (const value of [paretoNbd.noPurchaseLogOdds(parameters, history, 4), paretoNbd.expectedPurchases(parameters, history, 4)]) {
      expect(Number.isFinite(value)).toBe(true);
    }
    return alive;
  };

  it.each([
    [400, 5, 6],
    [500, 1, 37],
    [500, 4, 37],
  ])('heavy buyers: (%d, %d, %d) (lifetimes issue 25)', (x, tx, T) => {
    const heavy = { r: 10.465, alpha: 0.00798565181, s: 3.0516, beta: 2.82 };
    finite(heavy, { x, tx, T });
    const at = emptyEvaluation(4);
    const rows = Array.from({ length: 5 }, () => ({ x, tx, T }));
    paretoNbdObjective(arrange(ungrouped(rows), 4))(Float64Array.from(Object.values(heavy), Math.log), at);
    expect([at.value, ...at.gradient, ...at.hessian].every(Number.isFinite)).toBe(true);
  });

  it.each([
    [221, 103.42857, 103.57143],
    [254, 97.14286, 97.28571],
    [161, 94.71429, 98],
    [204, 98.57143, 99.42857],
  ])('heavy buyers who bought of late: (%d, %d, %d) (CLVTools issue 100)', (x, tx, T) => {
    expect(finite({ r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 }, { x, tx, T })).toBeGreaterThan(0);
  });

  it.each([
    [64, 7721],
    [5e5, 2.8e8],
    [1e-9, 11],
    [64, 3e8],
    [1e12, 3e13],
  ])('s = %d, beta = %d (CLVTools issues 132 and 163)', (s, beta) => {
    const parameters = { ...cdnow, s, beta };
    expect(finite(parameters, customer1)).toBeGreaterThan(0);
    const value = discountedExpectedPurchases(paretoNbd, parameters, customer1, { periods: Infinity, discountRatePerPeriod: 0.003 });
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(Infinity);
  });
});

describe('pareto-nbd refuses, in words, what has no answer', () => {
  it.each(['r', 'alpha', 's', 'beta'])('without %s', (name) => {
    const incomplete = { ...cdnow, [name]: Number.NaN };
    for (const ask of [
      () => paretoNbd.probabilityAlive(incomplete, customer1),
      () => paretoNbd.expectedPurchases(incomplete, customer1, 4),
      () => paretoNbd.noPurchaseLogOdds(incomplete, customer1, 4),
      () => paretoNbd.probabilityOfCount(incomplete, 2, 4),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'not-finite', remedy: expect.any(String) }));
    }
  });

  it('of a history or a horizon that cannot be', () => {
    expect(() => paretoNbd.expectedPurchases(cdnow, { x: 1, tx: 4, T: 3 }, 1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => paretoNbd.probabilityNoPurchase(cdnow, customer1, 0)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('pareto-nbd residual purchases for periods without length', () => {
  /** The discounted time stayed: age e^z E_s(z), z = delta age; s and beta as above, the customer new. */
  const period = 1e-8;
  const stay = (s: number, beta: number, delta: number) => {
    const endless = { periods: Infinity, periodLength: period, discountRatePerPeriod: Math.expm1(delta * period) };
    return discountedExpectedPurchases(paretoNbd, { r: 1, alpha: 1, s, beta }, { x: 0, tx: 0, T: 0 }, endless);
  };
  const weekly15 = Math.log(1.15) / 52;

  it.each([
    [1e-9, 10, 372.061227488132],
    [0.5, 50, 167.062738307562],
    [1, 50, 89.208981804223],
    [60, 7721, 96.4959570344806],
    [5e5, 2.8e8, 223.54148852403],
    [64, 3e8, 372.031699401365],
  ])('s = %d, beta = %d, by mpmath', (s, beta, expected) => expect(stay(s, beta, weekly15) / expected).toBeCloseTo(1, 7));

  it('are those of the continued fraction of E_s (Abramowitz & Stegun 5.1.22), for any s', () => {
    const fraction = (s: number, z: number): number => {
      let tail = 0;
      for (let n = 2000; n >= 1; n -= 1) tail = (n * (s - 1 + n)) / (z + s + 2 * n - tail);
      return 1 / (z + s - tail);
    };
    fc.assert(
      fc.property(fc.double({ min: -20, max: 14, noNaN: true }), fc.double({ min: -1, max: 5, noNaN: true }), (lnS, lnZ) => {
        const [s, z] = [Math.exp(lnS), Math.exp(lnZ)];
        expect(stay(s, z, 1) / (z * fraction(s, z))).toBeCloseTo(1, 6);
      }),
    );
  });

  it('customer 1 at 15 % a year: the DERT of Fader, Hardie & Lee (2005, "RFM and CLV"), whose Psi(s, s, z) is 6.50035 too', () => {
    const endless = { periods: Infinity, periodLength: period, discountRatePerPeriod: Math.expm1(weekly15 * period) };
    expect(discountedExpectedPurchases(paretoNbd, cdnow, customer1, endless) / 6.50035175746113).toBeCloseTo(1, 7);
  });
});

describe('the likelihood of Pareto/NBD', () => {
  const data = arrange(ungrouped(simulateCustomers(300, 60, { r: 0.5, alpha: 10, a: 0.8, b: 2.4 }, false, 1)), 4);
  const evaluated = (...theta: number[]) => {
    const at = emptyEvaluation(4);
    paretoNbdObjective(data)(Float64Array.from(theta), at);
    return at;
  };

  it('is the product over customers of the NBD likelihood times S(T) / P(alive)', () => {
    const theta = [-0.6, 2.4, -0.5, 2.5];
    const [r, alpha, s, beta] = theta.map(Math.exp) as [number, number, number, number];
    const { x, tx, T } = data.groups;
    let sum = 0;
    x.forEach((count, i) => {
      let nbd = r * Math.log(alpha) - (r + count) * Math.log(alpha + T[i]!);
      for (let j = 0; j < count; j += 1) nbd += Math.log(r + j);
      const alive = paretoNbd.probabilityAlive({ r, alpha, s, beta }, { x: count, tx: tx[i]!, T: T[i]! });
      sum += nbd - s * Math.log1p(T[i]! / beta) - Math.log(alive);
    });
    expect(evaluated(...theta).value / (sum / 300)).toBeCloseTo(1, 13);
  });

  it.each([
    [-0.6, 2.4, -0.5, 2.5],
    [0.5, 4, 1, 1],
    [-2, -1, -3, 5],
    [-0.6, 2.4, 27, 31],
    [27, 30, -0.5, 2.5],
  ])('has the gradient and Hessian of its value at ln r = %d, ln alpha = %d, ln s = %d, ln beta = %d', (...theta) => {
    const at = evaluated(...theta);
    const h = 1e-5;
    theta.forEach((value, i) => {
      const up = evaluated(...theta.with(i, value + h)),
        down = evaluated(...theta.with(i, value - h));
      expect((up.value - down.value) / (2 * h)).toBeCloseTo(at.gradient[i]!, 7);
      at.gradient.forEach((_, j) => {
        expect((up.gradient[j]! - down.gradient[j]!) / (2 * h)).toBeCloseTo(at.hessian[i * 4 + j]!, 6);
      });
    });
  });

  it.each([
    [-0.6, 2.4, -600, 2.5],
    [-0.6, 2.4, 50, 2.5],
    [-0.6, 2.4, -0.5, -600],
    [-0.6, -50, -0.5, 2.5],
    [50, 2.4, -0.5, 2.5],
  ])('does not overflow at ln r = %d, ln alpha = %d, ln s = %d, ln beta = %d', (...theta) => {
    const at = evaluated(...theta);
    expect([at.value, ...at.gradient, ...at.hessian].every(Number.isFinite)).toBe(true);
  });
});

describe('pareto-nbd at infinity', () => {
  const T = 60;

  it('nobody leaves: dropout is not identifiable', () => {
    const fit = paretoNbd.fit(ungrouped(simulateLifetimes(2000, T, { r: 0.7, alpha: 9, s: 1e-9 }, 5)));
    expect(fit.boundary).toMatch(/Dropout is not identifiable.*Use nbd/);
    expect(fit.standardErrors).toBeNull();
  });

  it('customers leave alike: says so, prints no standard errors, and predicts with one hazard', () => {
    const fit = paretoNbd.fit(ungrouped(simulateLifetimes(4000, T, { r: 0.7, alpha: 9, s: 0.03 }, 3)));
    expect(fit).toMatchObject({
      converged: true,
      standardErrors: null,
      boundary: expect.stringMatching(/dropout rates do not differ/),
    });
    const { r, alpha, s, beta } = fit.parameters as typeof cdnow;
    expect(s / beta / 0.03).toBeCloseTo(1, 0);
    const expected = (r / alpha) * (-Math.expm1((-s / beta) * 52) / (s / beta)); // rate times mean exponential stay
    expect(paretoNbd.expectedPurchasesNewCustomer(fit.parameters, 52) / expected).toBeCloseTo(1, 9);
  });

  it('customers buy alike: says so, and predicts with one rate', () => {
    const fit = paretoNbd.fit(ungrouped(simulateLifetimes(3000, T, { r: 0.2, s: 0.6, beta: 12 }, 2)));
    expect(fit).toMatchObject({ converged: true, standardErrors: null, boundary: expect.stringMatching(/purchase rates do not differ/) });
    expect(fit.parameters.r! / fit.parameters.alpha! / 0.2).toBeCloseTo(1, 1);
  });

  it('customers buy and leave alike: says both', () => {
    const fit = paretoNbd.fit(ungrouped(simulateLifetimes(3000, T, { r: 0.2, s: 0.03 }, 3)));
    expect(fit).toMatchObject({
      converged: true,
      standardErrors: null,
      boundary: expect.stringMatching(/purchase rates do not differ.*dropout rates do not differ/),
    });
  });
});

describe('pareto-nbd on customers drawn from it', () => {
  it('95 % intervals of the parameters hold the truth about as often as they say', () => {
    const truth = { r: 0.8, alpha: 8, s: 1.2, beta: 25 };
    let held = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const { parameters, logCovariance } = paretoNbd.fit(ungrouped(simulateLifetimes(2000, 80, truth, 900 + seed)));
      Object.entries(truth).forEach(([name, value], i) => {
        if (Math.abs(Math.log(parameters[name]! / value)) <= 1.96 * Math.sqrt(logCovariance![i]![i]!)) held += 1;
      });
    }
    expect(held).toBeGreaterThanOrEqual(42); // of 48 at 95 %: lower once in a few hundred times
  });
});

describeWithData('pareto-nbd on CDNOW', () => {
  const groups = () => weekly(cdnowSample(), calibrationEnd);

  it('sample: reference optimum and standard errors', () => {
    const fit = paretoNbd.fit(groups());
    expect(fit).toMatchObject({ converged: true, boundary: null, customers: 2357, transactions: 2457, timeUnit: 'week' });
    for (const [name, value] of Object.entries(cdnow)) expect(fit.parameters[name]! / value).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(-9594.976179, 6);
    const errors = { r: 0.047628, alpha: 0.842723, s: 0.187282, beta: 6.211148 };
    for (const [name, value] of Object.entries(errors)) expect(Math.abs(fit.standardErrors![name]! / value - 1)).toBeLessThan(1e-5);
  });

  it('master: reference optimum', () => {
    const fit = paretoNbd.fit(weekly(cdnowMaster(), calibrationEnd));
    const expected = { r: 0.59742, alpha: 11.58566, s: 0.52219, beta: 8.82776 };
    for (const [name, value] of Object.entries(expected)) expect(Math.abs(fit.parameters[name]! / value - 1)).toBeLessThan(1e-5);
    expect(fit.logLikelihood).toBeCloseTo(-95415.1186, 4);
  });

  it('sample: hold-out purchases by frequency, how well they rank who was active in it, and how many are taken as alive', () => {
    const { parameters } = paretoNbd.fit(groups());
    const bins = Array.from({ length: 8 }, () => ({ customers: 0, expected: 0 }));
    const active: number[] = [];
    const scores: number[] = [];
    let alive = 0;
    for (const { days } of cdnowSample()) {
      const statistics = purchaseStatistics(days, calibrationEnd)!;
      const bin = bins[Math.min(7, statistics.x)]!;
      const history = historyInUnit(statistics, 'week');
      alive += paretoNbd.probabilityAlive(parameters, history);
      bin.customers += 1;
      const expected = paretoNbd.expectedPurchases(parameters, history, 39);
      bin.expected += expected;
      scores.push(expected);
      active.push(days.some((day) => day > calibrationEnd) ? 1 : 0);
    }
    [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403].forEach((value, x) => {
      expect(Math.abs(bins[x]!.expected / bins[x]!.customers - value)).toBeLessThan(1e-3); // of an optimum of another library
    });
    expect(bins.reduce((sum, bin) => sum + bin.expected, 0)).toBeCloseTo(1665.5, 1);
    expect(alive / 2357).toBeCloseTo(0.446277, 6);
    expect(areaUnderCurve(Float64Array.from(scores), Uint8Array.from(active))).toBeCloseTo(0.7787, 4);
  });

  it('sample: repeat purchases of all customers by week', () => {
    const everyone = cdnowSample();
    const { parameters } = paretoNbd.fit(groups());
    const start = dayOf('1997-01-01');
    const weeks = [
      [13, 698.83],
      [26, 1733.15],
      [39, 2524.93],
      [52, 3184.43],
      [65, 3757.93],
      [78, 4270.04],
    ] as const;
    for (const [week, expected] of weeks) {
      const total = everyone.reduce(
        (sum, { days }) => sum + paretoNbd.expectedPurchasesNewCustomer(parameters, Math.max(0, week - (days[0]! + 1 - start) / 7)),
        0,
      ); // the clock of a customer starts on the next day
      expect(total).toBeCloseTo(expected, 2);
    }
    expect(statisticsOf(everyone, start + 39 * 7 - 1).reduce((sum, { x }) => sum + x, 0)).toBe(2457);
  });

  it('sample: a fit from the last parameters takes no step', () => {
    const fit = paretoNbd.fit(groups());
    expect(paretoNbd.fit(groups(), { start: fit.parameters }).iterations).toBe(0);
  });
});
