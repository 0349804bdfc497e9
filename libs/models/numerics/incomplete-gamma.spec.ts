import { chiSquareTail, upperGammaShare } from './incomplete-gamma.js';

describe('upperGammaShare', () => {
  it.each([0.01, 0.5, 1, 2, 7.5, 50, 600])('is e^-x for a = 1, at %d', (x) => expect(upperGammaShare(1, x) / Math.exp(-x)).toBeCloseTo(1, 13));

  it.each([
    [3, 2],
    [3, 9],
    [10, 4],
    [10, 40],
  ])('is a sum of Poisson probabilities for a whole a: %d at %d', (a, x) => {
    let term = Math.exp(-x),
      sum = term;
    for (let k = 1; k < a; k += 1) {
      term *= x / k;
      sum += term;
    }
    expect(upperGammaShare(a, x) / sum).toBeCloseTo(1, 13);
  });

  it('is 1 at 0, and does not jump where the method changes', () => {
    expect(upperGammaShare(0.5, 0)).toBe(1);
    for (const a of [0.5, 1.5, 6, 40]) {
      const below = upperGammaShare(a, (a + 1) * (1 - 1e-14));
      expect(upperGammaShare(a, a + 1) / below).toBeCloseTo(1, 11);
    }
  });
});

describe('chiSquareTail', () => {
  /** 95 % points, as in any table. */
  it.each([
    [1, 3.841458820694124],
    [2, 5.991464547107979],
    [3, 7.814727903251179],
    [10, 18.30703805327514],
  ])('%d degrees of freedom: 0.05 at %d', (degreesOfFreedom, point) => expect(chiSquareTail(point, degreesOfFreedom)).toBeCloseTo(0.05, 13));
});
