import { bdw, sbg } from '../index.js';
import { highEnd, over, regular } from './retention-cohorts.fixture.js';

describe('bdw on the segments of Fader & Hardie (2007)', () => {
  it.each([
    ['Regular', 7, regular, 0.45561, 0.77933, 1.28345, -1679.602833],
    ['High-End', 7, highEnd, 0.21425, 1.42657, 1.72356, -1605.314213],
    ['Regular', 4, regular, 0.52303, 0.89428, 1.1964, -1401.383052],
    ['High-End', 4, highEnd, 0.25934, 1.72255, 1.58436, -1222.749318],
    ['Regular', 12, regular, 0.50831, 0.86885, 1.20938, -1930.929729],
    ['High-End', 12, highEnd, 0.24964, 1.65418, 1.5968, -2004.816889],
  ])('%s, %i renewals: reference optimum', (_, renewals, alive, gamma, delta, c, logLikelihood) => {
    const fit = bdw.fit(over(alive, renewals));
    expect(fit).toMatchObject({ model: 'bdw', converged: true, boundary: null, customers: 1000 });
    for (const [name, value] of Object.entries({ gamma, delta, c })) expect(Math.abs(fit.parameters[name]! - value)).toBeLessThan(7e-6);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 5);
    expect(fit.aic).toBeCloseTo(6 - 2 * logLikelihood, 4);
    expect(fit.standardErrors).not.toBeNull();
  });

  it('projects the High-End segment to twelve renewals from seven nearer than the sBG does', () => {
    const error = (model: typeof bdw) => {
      const { parameters } = model.fit(over(highEnd, 7));
      return model
        .expectedSurvivors(parameters, 1000, 0, 12)
        .slice(7)
        .reduce((sum, expected, j) => sum + Math.abs(expected - highEnd[j + 8]!), 0);
    };
    expect(error(bdw)).toBeLessThan(0.6 * error(sbg));
  });
});

describe('bdw at its edges', () => {
  it('at c = 1 is the sBG', () => {
    const asSbg = { alpha: 0.7, beta: 1.2 },
      asBdw = { gamma: 0.7, delta: 1.2, c: 1 };
    for (const age of [0, 1, 7, 300]) {
      expect(bdw.retentionRate(asBdw, age)).toBe(sbg.retentionRate(asSbg, age));
      expect(bdw.survival(asBdw, 12, age)).toBe(sbg.survival(asSbg, 12, age));
      expect(bdw.discountedResidualLifetime(asBdw, age, 0.1)).toBe(sbg.discountedResidualLifetime(asSbg, age, 0.1));
    }
    expect(bdw.discountedLifetime(asBdw, 0.1)).toBe(sbg.discountedLifetime(asSbg, 0.1));
  });

  it('customers alike who leave more easily with age: a discrete Weibull, and says so', () => {
    const alive = [0, 1, 2, 3, 4].map((t) => Math.round(1e6 * Math.exp(-0.05 * t ** 2)));
    const fit = bdw.fit([{ alive }]);
    expect(fit).toMatchObject({ converged: true, standardErrors: null });
    expect(fit.boundary).toMatch(/gamma and delta grow without end/);
    expect(fit.aic).toBeCloseTo(4 - 2 * fit.logLikelihood!, 9);
    expect(fit.parameters.c).toBeCloseTo(2, 3);
    for (const t of [1, 3, 6]) expect(bdw.survival(fit.parameters, t)).toBeCloseTo(Math.exp(-0.05 * t ** 2), 4);
  });

  it('fewer and fewer leave after the first period: a power of age, and says so', () => {
    const alive = [128_000, ...[1, 2, 3, 4, 5, 6].map((t) => Math.round(96_000 * t ** -0.02))];
    const fit = bdw.fit([{ alive }]);
    expect(fit).toMatchObject({ converged: true, standardErrors: null });
    expect(fit.boundary).toMatch(/as a power of age/);
    for (const t of [1, 3, 40]) expect(bdw.survival(fit.parameters, t)).toBeCloseTo(0.75 * t ** -0.02, 4);
  });

  it('finds the higher of two maxima', () => {
    const fit = bdw.fit([{ alive: [4551, 2844, 1778, 1367, 1136, 967, 854, 781, 708, 662, 625, 586, 550] }]);
    expect(fit.boundary).toBeNull();
    expect(fit.logLikelihood).toBeCloseTo(-8390.22778, 5);
  });

  it('leave at once or never', () => {
    const fit = bdw.fit([{ alive: [1000, 600, 600, 600] }]);
    expect(fit.boundary).toMatch(/in the first period or never/);
    expect(bdw.survival(fit.parameters, 1)).toBeCloseTo(0.6, 9);
    expect(bdw.survival(fit.parameters, 1000, 1)).toBeCloseTo(1, 9);
  });

  it('where t^c is no double any more, survival falls as t^(-c gamma)', () => {
    const steep = { gamma: 0.001, delta: 1, c: 100 };
    const fall = (from: number, to: number) => bdw.survival(steep, to - from, from);
    expect(fall(10_000, 20_000)).toBeCloseTo(2 ** -0.1, 12);
    expect(fall(5, 20_000)).toBeCloseTo(4_000 ** -0.1, 12);
    expect(fall(0, 10_000)).toBeCloseTo(fall(0, 5) * 2_000 ** -0.1, 12);
    expect(bdw.retentionRate(steep, 9_999)).toBeCloseTo((10_000 / 9_999) ** -0.1, 14);
  });
});
