import { ModelError } from '../model-error.js';

const leastRate = 1e-4;
const tolerance = 1e-13;

/**
 * Discounted number of periods for which a customer is expected to stay: 1 + q_1 + q_1 q_2 + ..., with q_k = r(k) / (1 + discountRate)
 * and r(k) the probability of staying for the k-th period after staying for the one before. For beta-geometric retention it
 * is 2F1(1, b; a+b; 1/(1+d)), Fader & Hardie (2010); summed forward until the rest, at most a perpetuity, is below 1e-13.
 */
export function discountedSurvival(retention: (k: number) => number, discountRate: number): number {
  if (!(discountRate >= leastRate && discountRate < Infinity)) {
    throw new ModelError(
      'invalid-input',
      `Cannot discount what has no end at ${discountRate} a period.`,
      `Give the rate of one period, at least ${leastRate}: an annual rate d is (1 + d)^(1/k) - 1 at k periods a year.`,
    );
  }
  let sum = 1,
    term = 1;
  for (let k = 1; term > tolerance * sum * discountRate; k += 1) {
    term *= retention(k) / (1 + discountRate);
    sum += term;
  }
  return sum;
}
