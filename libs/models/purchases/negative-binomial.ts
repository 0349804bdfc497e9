/**
 * P(N = n) for purchases in a time t at gamma(r, alpha) rates, in the log domain: the product form underflows for a
 * count far from the mean.
 */
export function negativeBinomialProbability(n: number, r: number, alpha: number, t: number): number {
  if (t === 0) return n === 0 ? 1 : 0;
  let log = -r * Math.log1p(t / alpha) - n * Math.log1p(alpha / t);
  for (let j = 0; j < n; j += 1) log += Math.log((r + j) / (j + 1));
  return Math.exp(log);
}

/** P(N >= n): summed from n on the side where the terms fall, so that a small tail keeps its digits. */
export function negativeBinomialTail(n: number, r: number, alpha: number, t: number): number {
  if (n === 0) return 1;
  if (t === 0) return 0;
  const ratio = t / (alpha + t);
  let term = negativeBinomialProbability(n, r, alpha, t);
  let sum = 0;
  if (n > (r * t) / alpha) {
    for (let j = n; term > 1e-17 * sum; j += 1) {
      sum += term;
      term *= ((r + j) / (j + 1)) * ratio;
    }
    return sum;
  }
  for (let j = n - 1; j >= 0; j -= 1) {
    term *= (j + 1) / ((r + j) * ratio);
    sum += term;
  }
  return 1 - sum;
}
