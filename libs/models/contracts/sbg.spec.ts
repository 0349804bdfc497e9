import { sbg } from '../index.js';
import { numbersOf } from '../published-tables.fixture.js';
import { describeWithData } from '../purchases/historical-purchases.fixture.js';
import { highEnd, over, regular } from './retention-cohorts.fixture.js';

describe('sbg on the segments of Fader & Hardie (2007)', () => {
  /** Printed in the paper for seven renewals: .704, 1.182, -1680.3 and .668, 3.806, -1611.2. */
  it.each([
    ['Regular', 7, regular, 0.704077, 1.182043, -1680.265188],
    ['High-End', 7, highEnd, 0.668088, 3.806095, -1611.158147],
    ['Regular', 4, regular, 0.763665, 1.29583, -1401.559424],
    ['High-End', 4, highEnd, 1.280976, 7.790383, -1225.134907],
    ['Regular', 12, regular, 0.697362, 1.168905, -1931.491694],
    ['High-End', 12, highEnd, 0.596111, 3.326969, -2010.85842],
  ])('%s, %i renewals: reference optimum', (_, renewals, alive, alpha, beta, logLikelihood) => {
    const fit = sbg.fit(over(alive, renewals));
    expect(fit).toMatchObject({ model: 'sbg', converged: true, boundary: null, customers: 1000, timeUnit: null });
    expect(fit.transactions).toBe(alive.slice(1, renewals + 1).reduce((sum, count) => sum + count, 0));
    expect(Math.abs(fit.parameters.alpha! / alpha - 1)).toBeLessThan(2e-6);
    expect(Math.abs(fit.parameters.beta! / beta - 1)).toBeLessThan(2e-6);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 5);
    expect(fit.aic).toBeCloseTo(4 - 2 * logLikelihood, 4);
    expect(fit.bic).toBeCloseTo(2 * Math.log(1000) - 2 * logLikelihood, 4);
  });

  it.each([
    ['Regular', regular, 0.0656, 0.1525, 3.6949, [2.9644, 4.1031, 4.8698, 5.4421], 3.6211],
    ['High-End', highEnd, 0.1037, 0.7855, 5.9223, [5.4145, 5.9014, 6.2939, 6.6199], 5.4638],
  ] as const)('%s: standard errors, and lifetimes discounted at 10 %%', (_, alive, ofAlpha, ofBeta, lifetime, residual, lifetimeOfFour) => {
    const fit = sbg.fit(over(alive, 7));
    expect(fit.standardErrors!.alpha).toBeCloseTo(ofAlpha, 4);
    expect(fit.standardErrors!.beta).toBeCloseTo(ofBeta, 4);
    expect(Math.sqrt(fit.logCovariance![0]![0]!)).toBeCloseTo(fit.standardErrors!.alpha! / fit.parameters.alpha!, 12);
    expect(sbg.discountedLifetime(fit.parameters, 0.1)).toBeCloseTo(lifetime, 4);
    residual.forEach((value, age) => {
      expect(sbg.discountedResidualLifetime(fit.parameters, age, 0.1)).toBeCloseTo(value, 4);
    });
    expect(sbg.discountedLifetime(sbg.fit(over(alive, 4)).parameters, 0.1)).toBeCloseTo(lifetimeOfFour, 4);
  });

  it.each([
    ['Regular', regular, [62.67, 47.38, 38.8, 33.21, 29.23, 26.25, 23.9, 22.01, 20.44, 19.12, 17.99, 17.0]],
    ['High-End', highEnd, [85.07, 74.69, 66.98, 60.99, 56.18, 52.22, 48.89, 46.04, 43.58, 41.42, 39.51, 37.8]],
  ] as const)('%s: projected to twelve renewals from seven', (_, alive, percent) => {
    const { parameters } = sbg.fit(over(alive, 7));
    sbg.expectedSurvivors(parameters, 100, 0, 12).forEach((value, j) => {
      expect(value).toBeCloseTo(percent[j]!, 2);
    });
  });

  it('a fit from the last parameters takes no step', () => {
    const { parameters } = sbg.fit(over(regular, 7));
    expect(sbg.fit(over(regular, 7), { start: parameters }).iterations).toBe(0);
  });
});

describe('sbg where customers do not differ as the model has it', () => {
  it('half of them leave every time: a geometric, and says so', () => {
    const fit = sbg.fit([{ alive: [1024, 512, 256, 128] }]);
    expect(fit).toMatchObject({ converged: true, standardErrors: null });
    // Of the log-odds of leaving, 1/left + 1/stayed: only ln beta is free.
    expect(fit.logCovariance).toEqual([
      [0, 0],
      [0, expect.closeTo(1 / 896 + 1 / 896, 6)],
    ]);
    expect(fit.boundary).toMatch(/alpha and beta grow without end/);
    expect(fit.aic).toBeCloseTo(2 - 2 * fit.logLikelihood!, 9);
    for (const age of [0, 1, 50]) expect(sbg.retentionRate(fit.parameters, age)).toBeCloseTo(0.5, 9);
    expect(sbg.discountedLifetime(fit.parameters, 0.1)).toBeCloseTo(1 / (1 - 0.5 / 1.1), 9);
  });

  it('they leave more and more easily: a geometric, too', () => {
    const fit = sbg.fit([{ alive: [1000, 900, 700, 400, 100] }]);
    expect(fit.boundary).toMatch(/the same at every age/);
    expect(sbg.retentionRate(fit.parameters, 3)).toBeCloseTo(2100 / 3000, 9);
  });

  it('leave at once or never', () => {
    const fit = sbg.fit([{ alive: [1000, 600, 600, 600] }]);
    expect(fit.boundary).toMatch(/in the first period or never/);
    expect(sbg.survival(fit.parameters, 1)).toBeCloseTo(0.6, 9);
    expect(sbg.survival(fit.parameters, 1000, 1)).toBeCloseTo(1, 9);
  });
});

describe('sbg in closed form', () => {
  const parameters = { alpha: 0.7, beta: 1.2 };

  it('retention is (beta + t - 1) / (alpha + beta + t - 1), and leaving its recursion', () => {
    let leaving = 0.7 / 1.9,
      survival = 1;
    for (let t = 1; t <= 40; t += 1) {
      if (t > 1) leaving *= (1.2 + t - 2) / (1.9 + t - 1);
      survival -= leaving;
      expect(sbg.retentionRate(parameters, t - 1)).toBeCloseTo((1.2 + t - 1) / (1.9 + t - 1), 14);
      expect(sbg.probabilityOfLeaving(parameters, t) / leaving).toBeCloseTo(1, 12);
      expect(sbg.survival(parameters, t) / survival).toBeCloseTo(1, 12);
    }
  });

  it('the lifetime of alpha = beta = 1 is a logarithm: the sum of q^t / (t + 1)', () => {
    for (const rate of [0.5, 0.1, 0.001]) {
      const q = 1 / (1 + rate);
      expect(sbg.discountedLifetime({ alpha: 1, beta: 1 }, rate)).toBeCloseTo(-Math.log1p(-q) / q, 10);
    }
  });
});

describeWithData('sbg on cohorts that began in different years', () => {
  it('five cohorts of 10,000, the youngest of them without a renewal yet', () => {
    const cohorts = [...numbersOf('sbg_multi_cohort.csv')]
      .slice(1)
      .map(([, counts]) => ({ alive: counts.filter((count) => !Number.isNaN(count)) }))
      .filter(({ alive }) => alive.length > 1);
    const fit = sbg.fit(cohorts);
    expect(fit).toMatchObject({ converged: true, boundary: null, customers: 40_000 });
    expect(fit.parameters.alpha! / 1.66709).toBeCloseTo(1, 5);
    expect(fit.parameters.beta! / 2.85661).toBeCloseTo(1, 5);
    expect(fit.logLikelihood).toBeCloseTo(-44644.1155, 4);
  });

  it('the segments are those of the file', () => {
    const file = numbersOf('sbg_two_segment_retention.csv');
    expect([file.get('Regular'), file.get('High-end')]).toEqual([regular, highEnd]);
  });
});
