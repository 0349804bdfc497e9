import { digamma, logGamma, trigamma } from './gamma-functions.js';

/** Abramowitz & Stegun, tables 6.1-6.3, and exact values. */
describe('gamma functions', () => {
  it.each([
    [0.5, 0.5 * Math.log(Math.PI)],
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [10.5, Math.log(1133278.3889487856)],
    [171, Math.log(7.257415615307994e306)],
  ])('ln Gamma(%d)', (x, expected) => expect(logGamma(x)).toBeCloseTo(expected, 12));

  it.each([
    [1, -0.5772156649015329],
    [0.5, -1.9635100260214235],
    [2, 0.42278433509846713],
    [10, 2.251752589066721],
  ])('digamma(%d)', (x, expected) => expect(digamma(x)).toBeCloseTo(expected, 13));

  it.each([
    [1, Math.PI ** 2 / 6],
    [0.5, Math.PI ** 2 / 2],
    [2, Math.PI ** 2 / 6 - 1],
    [10, 0.10516633568168575],
  ])('trigamma(%d)', (x, expected) => expect(trigamma(x)).toBeCloseTo(expected, 13));

  it.each([1e-6, 0.3, 7, 11.999, 12, 300, 1e6])('each is the derivative of the one before at %d', (x) => {
    const h = 1e-4 * x;
    const slope = (f: (at: number) => number) => (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h);
    expect(slope(logGamma) / digamma(x)).toBeCloseTo(1, 8);
    expect(slope(digamma) / trigamma(x)).toBeCloseTo(1, 8);
  });
});
