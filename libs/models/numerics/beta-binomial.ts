/**
 * The counts below which 2.5 % and 97.5 % lie of a binomial of `size` whose share is beta(a, b) (Skellam 1948), the smallest that reach
 * them. One pass over all counts: the logarithm of each from the one before, since the ratio of neighbours is rational.
 */
export function betaBinomialInterval(size: number, a: number, b: number): { low: number; high: number } {
  const logs = new Float64Array(size + 1);
  let most = 0;
  for (let count = 0; count < size; count += 1) {
    logs[count + 1] = logs[count]! + Math.log(((size - count) / (count + 1)) * ((a + count) / (b + size - count - 1)));
    most = Math.max(most, logs[count + 1]!);
  }
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return { low: quantile(weights, 0.025 * total), high: quantile(weights, 0.975 * total) };
}

function quantile(weights: Float64Array, reach: number): number {
  let sum = 0;
  for (let count = 0; count < weights.length; count += 1) {
    sum += weights[count]!;
    if (sum >= reach) return count;
  }
  return weights.length - 1;
}
