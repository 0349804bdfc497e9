import fc from 'fast-check';
import { bdw, type Parameters, type RetentionModel, sbg } from '../index.js';
import { highEnd, over, regular } from './retention-cohorts.fixture.js';

const positive = (min: number, max: number) => fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const either = (min: number, max: number): fc.Arbitrary<Parameters> =>
  fc.tuple(positive(min, max), positive(min, max), positive(0.2, 5)).map(([a, b, c]) => ({ alpha: a, beta: b, gamma: a, delta: b, c }));
const ordinary = either(0.05, 50),
  wild = either(1e-9, 1e9);
const ages = fc.nat(500);

/** Cohorts of several ages, each with a customer who leaves. */
const cohort = fc
  .tuple(fc.integer({ min: 50, max: 5_000 }), fc.array(fc.double({ min: 0.3, max: 0.95, noNaN: true }), { minLength: 4, maxLength: 9 }))
  .map(([size, rates]) => {
    const alive = [size];
    for (const rate of rates) alive.push(Math.floor(alive.at(-1)! * rate));
    return { alive };
  });

describe.each<RetentionModel>([sbg, bdw])('$name', (model) => {
  it('those who leave and those who stay are all of them', () => {
    fc.assert(
      fc.property(ordinary, fc.integer({ min: 1, max: 200 }), (p, periods) => {
        let left = 0;
        for (let t = 1; t <= periods; t += 1) left += model.probabilityOfLeaving(p, t);
        expect(left + model.survival(p, periods)).toBeCloseTo(1, 11);
      }),
    );
  });

  it('survival falls from 1, and is the product of the retention rates', () => {
    fc.assert(
      fc.property(ordinary, ages, fc.nat(30), (p, age, periods) => {
        let product = 1;
        for (let k = 0; k < periods; k += 1) product *= model.retentionRate(p, age + k);
        expect(model.survival(p, 0, age)).toBe(1);
        expect(model.survival(p, periods, age)).toBeCloseTo(product, 11);
        expect(model.survival(p, periods + 1, age)).toBeLessThanOrEqual(model.survival(p, periods, age));
      }),
    );
  });

  it('gives numbers whatever the parameters', () => {
    fc.assert(
      fc.property(wild, ages, fc.nat(1e6), (p, age, periods) => {
        for (const share of [model.survival(p, periods, age), model.retentionRate(p, age), model.probabilityOfLeaving(p, age + 1)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(model.discountedLifetime(p, 0.1)).toBeLessThanOrEqual(11 * (1 + 1e-9));
        expect(model.discountedResidualLifetime(p, age, 0.1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('lifetimes shrink as the discount rate grows, and one of them is the other a period later', () => {
    fc.assert(
      fc.property(ordinary, ages, positive(0.01, 1), (p, age, rate) => {
        const at = (discountRate: number) => model.discountedResidualLifetime(p, age, discountRate);
        expect(at(rate * 1.1)).toBeLessThanOrEqual(at(rate));
        expect(at(1e6)).toBeCloseTo(model.retentionRate(p, age), 5);
        expect(model.discountedLifetime(p, rate)).toBeCloseTo(1 + model.discountedResidualLifetime(p, 0, rate) / (1 + rate), 10);
      }),
    );
  });

  it('fits cohorts in any order, split or as many times as many, alike', () => {
    fc.assert(
      fc.property(fc.array(cohort, { minLength: 1, maxLength: 4 }), (cohorts) => {
        const fit = model.fit(cohorts);
        const same = model.fit([...cohorts].reverse()),
          threefold = model.fit(cohorts.map(({ alive }) => ({ alive: alive.map((count) => 3 * count) }))),
          thrice = model.fit([...cohorts, ...cohorts, ...cohorts]);
        expect(same.parameters).toEqual(fit.parameters);
        expect(thrice.parameters).toEqual(threefold.parameters);
        expect(threefold.logLikelihood! / fit.logLikelihood! / 3).toBeCloseTo(1, 3);
      }),
      { numRuns: 10 },
    );
  });

  it('is three times as sure of nine times as many', () => {
    const fit = model.fit(over(highEnd, 7)),
      ninefold = model.fit(
        over(
          highEnd.map((count) => 9 * count),
          7,
        ),
      );
    for (const name of model.parameterNames) {
      expect(ninefold.parameters[name]! / fit.parameters[name]!).toBeCloseTo(1, 7);
      expect(ninefold.standardErrors![name]! / fit.standardErrors![name]!).toBeCloseTo(1 / 3, 6);
    }
  });

  it('finds a finite fit for every cohort, or says what is in the way', () => {
    const any = fc.array(fc.nat(30), { minLength: 5, maxLength: 12 }).map((counts) => ({ alive: [...counts, 31].sort((left, right) => right - left) }));
    fc.assert(
      fc.property(any, (one) => {
        fc.pre(one.alive.at(-1)! < 31 && one.alive[1]! > 0);
        const fit = model.fit([one]);
        expect(fit.logLikelihood).toBeLessThanOrEqual(0);
        expect(Number.isFinite(fit.logLikelihood)).toBe(true);
        expect(fit.standardErrors === null).toBe(fit.boundary !== null);
        expect(fit.converged || fit.boundary !== null).toBe(true);
        expect(model.survival(fit.parameters, 5)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['nobody has left', [{ alive: [10, 10, 10, 10] }], 'too-little-data', /None of 10/],
    ['all left at once', [{ alive: [10, 0, 0, 0] }], 'too-little-data', /All of 10/],
    ['too few periods', [{ alive: [10, 5] }], 'too-little-data', /1 of the/],
    ['no cohort', [], 'too-little-data', /0 of the/],
    ['survivors who come back', [{ alive: [10, 5, 6, 1] }], 'invalid-input', /Cohort 0/],
    ['halves', [{ alive: [10, 5.5, 4, 1] }], 'invalid-input', /never rise/],
    ['no period', [{ alive: [9, 8, 7, 6] }, { alive: [10] }], 'invalid-input', /Cohort 1/],
    ['nobody to begin with', [{ alive: [0, 0, 0, 0] }], 'invalid-input', /above 0/],
  ])('refuses, in words: %s', (_, cohorts, code, words) => {
    expect(() => model.fit(cohorts)).toThrow(expect.objectContaining({ code }));
    let said = '';
    try {
      model.fit(cohorts);
    } catch (error) {
      const { message, remedy } = error as { message: string; remedy: string };
      said = `${message} ${remedy}`;
    }
    expect(said).toMatch(words);
  });

  it('refuses ages, rates and parameters that are none', () => {
    const { parameters } = model.fit(over(regular, 7));
    for (const attempt of [
      () => model.survival(parameters, 1.5),
      () => model.survival(parameters, 1, -1),
      () => model.probabilityOfLeaving(parameters, 0),
      () => model.expectedSurvivors(parameters, -1, 0, 3),
      () => model.discountedLifetime(parameters, 0),
    ]) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    }
    expect(() => model.survival({}, 1)).toThrow(expect.objectContaining({ code: 'not-finite' }));
    expect(() => model.discountedLifetime({}, 0.1)).toThrow(expect.objectContaining({ code: 'not-finite' }));
  });
});
