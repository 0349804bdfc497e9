import { trigamma } from './gamma-functions.js';

/**
 * ln B(g, x+w)/B(g, x) for g, x > 0 and w >= 0: the logarithm of E[(1-p)^w] for p that is beta(g, x). Exchanging w and g does not
 * change it, which is used to keep its digits when x and one of them are large: the recurrence
 *   B(g, x+1+w)/B(g, x+1) = B(g, x+w)/B(g, x) (1 + w g / (x (x+w+g)))
 * raises x to 12 or more, and Stirling's series (Abramowitz & Stegun 6.1.40) gives the rest, with its large terms combined:
 * exact to the last digits of the smaller of w and g.
 */
export function logBetaRatio(g: number, x: number, w: number): number {
  const small = Math.min(g, w),
    large = Math.max(g, w);
  let steps = 0;
  let shifted = x;
  for (; shifted < enough; shifted += 1) steps += Math.log1p((small / shifted) * (large / (shifted + small + large)));
  const far = shifted + large;
  const leading = (shifted - 0.5) * Math.log1p(small / shifted) - (far - 0.5) * Math.log1p(small / far) - small * Math.log1p(large / (shifted + small));
  return leading + stirling(shifted + small) - stirling(shifted) - stirling(far + small) + stirling(far) - steps;
}

/** digamma(x+w) - digamma(x), exact to its last digits where w is small compared to x. */
export function digammaRise(x: number, w: number): number {
  let steps = 0;
  let shifted = x;
  for (; shifted < enough; shifted += 1) steps += w / shifted / (shifted + w);
  return Math.log1p(w / shifted) + w / shifted / (shifted + w) / 2 - digammaTail(shifted + w) + digammaTail(shifted) + steps;
}

/** trigamma(x+w) - trigamma(x). */
export function trigammaRise(x: number, w: number): number {
  if (x < enough) return trigamma(x + w) - trigamma(x);
  const fall = w / x / (x + w);
  return -fall * (1 + (1 / x + 1 / (x + w)) / 2) + trigammaTail(x + w) - trigammaTail(x);
}

const enough = 12;

function stirling(x: number): number {
  const y = 1 / x / x;
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
}

function digammaTail(x: number): number {
  const y = 1 / x / x;
  return y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y / 132))));
}

function trigammaTail(x: number): number {
  const y = 1 / x / x;
  return (y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - (y * 5) / 66))))) / x;
}
