import type { Evaluation, Objective } from '../numerics/maximise.js';
import type { LikelihoodData } from './grouped-likelihood.js';
import { type LeavingData, leavingLevels } from './leaving-levels.js';
import { addUpMoments, momentCount } from './leaving-moments.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';

/**
 * The log-likelihood of Pareto/NBD per customer, in (ln r, ln alpha, ln s, ln beta), with gradient and Hessian. It differs
 * from the NBD likelihood by
 *   -s ln(1 + T/beta) + ln(1 + odds),  odds = P(left)/P(alive) = integral from tx to T of e^psi(u) du,
 *   psi(u) = (r+x) ln((alpha+T)/(alpha+u)) + s ln((beta+T)/(beta+u)) + ln s - ln(beta+u)
 * (Schmittlein, Morrison & Colombo 1987).
 */
export function paretoNbdObjective(data: LikelihoodData): Objective {
  const leaving = leavingLevels(data);
  const moments = new Float64Array(momentCount * leaving.levels.reduce((most, { times }) => Math.max(most, times.length), 0));
  return (theta, into) => {
    const r = Math.exp(theta[0]!),
      alpha = Math.exp(theta[1]!),
      s = Math.exp(theta[2]!),
      beta = Math.exp(theta[3]!);
    clear(into);
    addNbd(data, r, alpha, into);
    addStaying(data, s, beta, into);
    addLeaving(leaving, moments, r, alpha, s, beta, into);
    for (let p = 0; p < 4; p += 1) for (let q = 0; q < p; q += 1) into.hessian[4 * p + q] = into.hessian[4 * q + p]!;
    perCustomer(into, data.customers);
  };
}

/** -s ln(1 + T/beta) over customers. */
function addStaying({ ages, ageCustomers }: LikelihoodData, s: number, beta: number, into: Evaluation): void {
  const { gradient, hessian } = into;
  for (let i = 0; i < ages.values.length; i += 1) {
    const share = ages.values[i]! / (beta + ages.values[i]!);
    const byS = s * ageCustomers[i]! * Math.log1p(ages.values[i]! / beta);
    const byBeta = s * ageCustomers[i]! * share;
    into.value -= byS;
    gradient[2]! -= byS;
    gradient[3]! += byBeta;
    hessian[10]! -= byS;
    hessian[11]! += byBeta;
    hessian[15]! -= byBeta * (1 - share);
  }
}

/**
 * ln(1 + odds) over customers. psi(u) has the derivative constant + slope m(u) by each log-parameter, m one of A, a, B, b
 * of leaving-moments.ts. The gradient of ln(1 + odds) is the mean of these over leaving at u; its Hessian is the mean of
 * their products and of the second derivatives, less the product of the means.
 */
function addLeaving(data: LeavingData, moments: Float64Array, r: number, alpha: number, s: number, beta: number, into: Evaluation): void {
  const { gradient, hessian } = into;
  const { growth, share, leavingGrowth, leavingShare } = data;
  const mean = new Float64Array(momentCount);
  const constant = new Float64Array(4);
  const slope = new Float64Array(4);
  const first = new Float64Array(4);
  let value = 0,
    lost = 0;
  data.place(alpha, beta);
  for (const { x, from, to, times } of data.levels) {
    const shape = r + x;
    addUpMoments(data, times, shape, alpha, s, beta, moments);
    slope.set([-r, shape, -s, 1 + s]);
    for (let row = from; row < to; row += 1) {
      const weight = data.weight[row]!;
      const last = times[data.since[row]!]!; // purchase
      const end = times[data.until[row]!]!;
      const fall = shape * (growth[end]! - growth[last]!) + s * (leavingGrowth[end]! - leavingGrowth[last]!);
      const kept = Math.exp(-fall);
      const sinceLast = data.since[row]! * momentCount;
      const sinceEnd = data.until[row]! * momentCount;
      const total = kept + moments[sinceLast]! - kept * moments[sinceEnd]!;
      for (let m = 0; m < momentCount; m += 1) mean[m] = (moments[sinceLast + m]! - kept * moments[sinceEnd + m]!) / total;

      const term = weight * (fall + Math.log(total)) - lost; // Kahan's sum
      const next = value + term;
      lost = next - value - term;
      value = next;

      const endShare = share[end]!;
      const leavingEndShare = leavingShare[end]!;
      constant[0] = r * growth[end]!;
      constant[1] = -shape * endShare;
      constant[2] = 1 + s * leavingGrowth[end]!;
      constant[3] = -1 - s * leavingEndShare;
      const left = mean[0]!;
      for (let p = 0; p < 4; p += 1) {
        first[p] = constant[p]! * left + slope[p]! * mean[1 + p]!;
        gradient[p]! += weight * first[p]!;
      }
      for (let p = 0, product = 5; p < 4; p += 1) {
        for (let q = p; q < 4; q += 1, product += 1) {
          const square = constant[p]! * first[q]! + slope[p]! * (constant[q]! * mean[1 + p]! + slope[q]! * mean[product]!);
          hessian[4 * p + q]! += weight * (square - first[p]! * first[q]!);
        }
      }
      hessian[0]! += weight * first[0]!;
      hessian[1]! += (weight * first[1]! * r) / shape;
      hessian[5]! += weight * shape * (endShare * (1 - endShare) * left - mean[2]! + mean[9]!);
      hessian[10]! += weight * (first[2]! - left);
      hessian[11]! += weight * s * (mean[4]! - leavingEndShare * left);
      hessian[15]! += weight * (s * leavingEndShare * (1 - leavingEndShare) * left - (1 + s) * (mean[4]! - mean[14]!));
    }
  }
  into.value += value;
}
