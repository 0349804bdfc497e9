import type { Evaluation } from '../numerics/maximise.js';
import type { LikelihoodData } from './grouped-likelihood.js';

/**
 * Adds the log-likelihood of Poisson purchasing with gamma(r, alpha) rates,
 *   lnGamma(r+x) - lnGamma(r) + r ln alpha - (r+x) ln(alpha+T),
 * and its derivatives by (ln r, ln alpha), as entries 0 and 1 of an evaluation of any size. Written with
 * ln(1 + T/alpha) and ln((r+j)/alpha), it keeps its digits when r and alpha grow together (equal rates).
 */
export function addNbd(data: LikelihoodData, r: number, alpha: number, into: Evaluation): void {
  const { gradient, hessian } = into;
  const size = gradient.length;
  let value = 0,
    byR = 0,
    byRR = 0;
  let byAlpha = -data.transactions,
    byRAlpha = 0,
    byAlphaAlpha = 0;

  const { tail } = data;
  for (let j = 0; j < tail.length; j += 1) {
    const share = r / (r + j);
    value += tail[j]! * Math.log((r + j) / alpha);
    byR += tail[j]! * share;
    byRR += tail[j]! * share * (1 - share);
  }
  const ages = data.ages.values;
  for (let i = 0; i < ages.length; i += 1) {
    const growth = Math.log1p(ages[i]! / alpha);
    const share = ages[i]! / (alpha + ages[i]!);
    const rate = r * data.ageCustomers[i]! + data.agePurchases[i]!;
    value -= rate * growth;
    byR -= r * data.ageCustomers[i]! * growth;
    byRR -= r * data.ageCustomers[i]! * growth;
    byAlpha += rate * share;
    byRAlpha += r * data.ageCustomers[i]! * share;
    byAlphaAlpha -= rate * share * (1 - share);
  }
  into.value += value;
  gradient[0]! += byR;
  gradient[1]! += byAlpha;
  hessian[0]! += byRR;
  hessian[1]! += byRAlpha;
  hessian[size]! += byRAlpha;
  hessian[size + 1]! += byAlphaAlpha;
}

export function clear(into: Evaluation): void {
  into.value = 0;
  into.gradient.fill(0);
  into.hessian.fill(0);
}

export function perCustomer(into: Evaluation, customers: number): void {
  into.value /= customers;
  for (let i = 0; i < into.gradient.length; i += 1) into.gradient[i]! /= customers;
  for (let i = 0; i < into.hessian.length; i += 1) into.hessian[i]! /= customers;
}
