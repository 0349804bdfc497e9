import { logGamma } from './gamma-functions.js';

/**
 * Q(a, x) = Gamma(a, x) / Gamma(a), for a > 0 and x >= 0, to a dozen digits on the small side: by the series for 1 - Q
 * below a + 1 (Abramowitz & Stegun 6.5.29), above by the continued fraction for Q (6.5.31, even part), with Lentz's method.
 */
export function upperGammaShare(a: number, x: number): number {
  if (x === 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** sum over k of x^k / (a (a+1) ... (a+k)) */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))) */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let numerator = Infinity;
  let denominator = 1 / b;
  let fraction = denominator;
  for (let k = 1, change = 0; Math.abs(change - 1) > 1e-15; k += 1) {
    const term = -k * (k - a);
    b += 2;
    denominator = 1 / (b + term * denominator);
    numerator = b + term / numerator;
    change = numerator * denominator;
    fraction *= change;
  }
  return fraction;
}

/** P(a chi-square variable with this many degrees of freedom is at least `statistic`). */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
  return upperGammaShare(degreesOfFreedom / 2, statistic / 2);
}
