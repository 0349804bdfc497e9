import { gammaGamma, groupSpend, type RepeatSpend } from '../index.js';
import { emptyEvaluation } from '../numerics/maximise.js';
import { calibrationEnd, cdnowMaster, cdnowSample, describeWithData, repeatSpendOf, spendGroups } from '../purchases/historical-purchases.fixture.js';
import { gammaDraw, randomStream } from '../purchases/simulated-customers.fixture.js';
import { gammaGammaObjective } from './gamma-gamma-likelihood.js';

/** CDNOW 1/10 sample, 946 repeat customers; published as 6.25, 3.74, 15.44 in Fader & Hardie, note 025. */
const cdnow = { p: 6.249573, q: 3.744225, gamma: 15.443519 };

/** Spend drawn from the model itself, in cents. */
function simulatedSpend(count: number, p: number, q: number, gamma: number): RepeatSpend[] {
  const random = randomStream(7);
  return Array.from({ length: count }, () => {
    const x = 1 + Math.floor(random() * 5);
    const scale = gammaDraw(q, random) / gamma;
    return { x, repeatMinor: Math.max(1, Math.round((100 * gammaDraw(p * x, random)) / scale)) };
  });
}

describe('gamma-gamma expected spend', () => {
  it('a customer without repeat purchase gets the mean of all: 35.17', () => {
    expect(gammaGamma.expectedSpend(cdnow, 0, 0)).toEqual({ spend: expect.closeTo(35.1704, 4), priorMean: expect.closeTo(35.1704, 4), ownMean: 0, weight: 0 });
  });

  it('is the weighted mean that its parts say, and equals p (gamma + x z) / (p x + q - 1)', () => {
    const { spend, priorMean, ownMean, weight } = gammaGamma.expectedSpend(cdnow, 2, 22.345);
    expect(spend).toBeCloseTo(24.65, 2);
    expect(spend).toBeCloseTo(weight * ownMean + (1 - weight) * priorMean, 12);
    expect(spend).toBeCloseTo((cdnow.p * (cdnow.gamma + 2 * 22.345)) / (cdnow.p * 2 + cdnow.q - 1), 12);
  });

  it('refuses a mean where there is none (q <= 1), and spend below nothing', () => {
    expect(() => gammaGamma.expectedSpend({ ...cdnow, q: 1 }, 3, 20)).toThrow(expect.objectContaining({ code: 'mean-undefined' }));
    expect(() => gammaGamma.expectedSpend(cdnow, 3, -1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('gamma-gamma fit', () => {
  it('its gradient and Hessian are those of its value', () => {
    const objective = gammaGammaObjective(groupSpend(simulatedSpend(200, 6, 4, 15)));
    const theta = Float64Array.of(1.4, 1.1, 2.5);
    const at = emptyEvaluation(3),
      up = emptyEvaluation(3),
      down = emptyEvaluation(3);
    objective(theta, at);
    const h = 1e-5;
    theta.forEach((value, i) => {
      objective(theta.with(i, value + h), up);
      objective(theta.with(i, value - h), down);
      expect((up.value - down.value) / (2 * h)).toBeCloseTo(at.gradient[i]!, 8);
      at.gradient.forEach((_, j) => {
        expect((up.gradient[j]! - down.gradient[j]!) / (2 * h)).toBeCloseTo(at.hessian[i * 3 + j]!, 7);
      });
    });
  });

  it('finds the truth again within its own uncertainty', () => {
    const truth: Record<string, number> = { p: 6, q: 4, gamma: 15 };
    const fit = gammaGamma.fit(groupSpend(simulatedSpend(5000, 6, 4, 15)));
    expect(fit.converged).toBe(true);
    for (const [name, value] of Object.entries(truth)) {
      expect(Math.abs(fit.parameters[name]! - value) / fit.standardErrors![name]!).toBeLessThan(3);
    }
  });

  it('says so when the mean is undefined (lifetimes issue 146)', () => {
    const fit = gammaGamma.fit(groupSpend(simulatedSpend(3000, 5, 0.6, 10)));
    expect(fit.converged).toBe(true);
    expect(fit.parameters.q).toBeLessThan(1);
    expect(fit.boundary).toMatch(/not above 1/);
    expect(() => gammaGamma.expectedSpend(fit.parameters, 0, 0)).toThrow(expect.objectContaining({ code: 'mean-undefined' }));
  });

  it('money in another unit scales gamma alone', () => {
    const rows = simulatedSpend(500, 6, 4, 15);
    const euros = gammaGamma.fit(groupSpend(rows, 100)),
      cents = gammaGamma.fit(groupSpend(rows, 1));
    expect(cents.parameters.p! / euros.parameters.p!).toBeCloseTo(1, 7);
    expect(cents.parameters.gamma! / euros.parameters.gamma!).toBeCloseTo(100, 5);
  });

  it('refuses data that cannot place it', () => {
    expect(() => gammaGamma.fit(groupSpend([]))).toThrow(expect.objectContaining({ code: 'too-little-data' }));
    expect(() => gammaGamma.fit(groupSpend(simulatedSpend(300, 6, 4, 15).map((row) => ({ ...row, x: 1 }))))).toThrow(
      expect.objectContaining({ code: 'too-little-data' }),
    );
  });
});

describeWithData('gamma-gamma on CDNOW', () => {
  it('sample: reference optimum, standard errors and correlation', () => {
    const fit = gammaGamma.fit(spendGroups(cdnowSample(), calibrationEnd));
    expect(fit).toMatchObject({ converged: true, boundary: null, customers: 946, transactions: 2457 });
    for (const [name, value] of Object.entries(cdnow)) expect(fit.parameters[name]! / value).toBeCloseTo(1, 6);
    expect(fit.logLikelihood).toBeCloseTo(-4055.917695, 6);
    const errors = { p: 1.19007, q: 0.29014, gamma: 4.15948 };
    for (const [name, value] of Object.entries(errors)) expect(Math.abs(fit.standardErrors![name]! / value - 1)).toBeLessThan(5e-5);
    expect(fit.correlation).toBeCloseTo(0.1139, 4);
  });

  it('sample: spend of customers 1 to 10, as in the spreadsheet of the note', () => {
    const sample = cdnowSample();
    const { parameters } = gammaGamma.fit(spendGroups(sample, calibrationEnd));
    const spend = repeatSpendOf(sample, calibrationEnd)
      .slice(0, 10)
      .map(({ x, repeatMinor }) => gammaGamma.expectedSpend(parameters, x, x === 0 ? 0 : repeatMinor / 100 / x).spend);
    [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17].forEach((value, i) => {
      expect(spend[i]).toBeCloseTo(value, 2);
    });
  });

  it('sample: the facts of mean spend, and how one customer of 21 repeat purchases makes the correlation', () => {
    const spend = repeatSpendOf(cdnowSample(), calibrationEnd).filter(({ x }) => x > 0);
    const means = Float64Array.from(spend, ({ x, repeatMinor }) => repeatMinor / 100 / x).sort();
    const mean = means.reduce((sum, each) => sum + each, 0) / means.length;
    const deviation = Math.sqrt(means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1));
    const median = (means[472]! + means[473]!) / 2;
    expect([mean, deviation, means[0], median, means.at(-1)].map((each) => each!.toFixed(2))).toEqual(['35.08', '30.28', '2.99', '27.50', '299.63']);
    const withoutOne = spend.filter(({ x }) => x !== 21);
    expect(withoutOne.length).toBe(945);
    expect(gammaGamma.fit(groupSpend(withoutOne)).correlation).toBeCloseTo(0.057, 3); // printed as .06
  });

  it('master: an optimum, with the one customer of no spend left out', () => {
    const groups = spendGroups(cdnowMaster(), calibrationEnd);
    const fit = gammaGamma.fit(groups);
    expect(groups.leftOut).toBe(1);
    expect(fit).toMatchObject({ converged: true, boundary: null });
    expect(fit.gradientNorm).toBeLessThan(1e-9);
  });
});
