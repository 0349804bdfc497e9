import { type Evaluation, emptyEvaluation, type Objective } from '../numerics/maximise.js';
import { clear, perCustomer } from '../purchases/nbd-likelihood.js';
import type { RenewalCounts } from './cohort-survivors.js';

/** ln of the retention rate at the end of period t = 1, 2, ..., with its derivatives by the search parameters. */
export type LogRetention = (theta: Float64Array, t: number, into: Evaluation) => void;

/**
 * The log-likelihood per customer of the renewals: the sum over periods of
 *   kept ln r + lost ln(1 - r),
 * with gradient and Hessian (Fader & Hardie 2007, eq. 7, arranged by retention rates). With h = ln r and the odds of staying
 * o = r / (1 - r), ln(1 - r) has the derivatives -o and -o (1 + o) by h.
 */
export function retentionObjective({ kept, lost, customers }: RenewalCounts, size: number, logRetention: LogRetention): Objective {
  const period = emptyEvaluation(size);
  return (theta, into) => {
    clear(into);
    for (let j = 0; j < kept.length; j += 1) {
      logRetention(theta, j + 1, period);
      addPeriod(kept[j]!, lost[j]!, period, into);
    }
    perCustomer(into, customers);
  };
}

function addPeriod(kept: number, lost: number, { value: h, gradient, hessian }: Evaluation, into: Evaluation): void {
  const odds = lost === 0 ? 0 : 1 / Math.expm1(-h);
  const slope = kept - lost * odds;
  const curve = -lost * odds * (1 + odds);
  const size = gradient.length;
  into.value += kept * h + (lost === 0 ? 0 : lost * Math.log(-Math.expm1(h)));
  for (let p = 0; p < size; p += 1) {
    into.gradient[p]! += slope * gradient[p]!;
    for (let q = 0; q < size; q += 1) into.hessian[p * size + q]! += curve * gradient[p]! * gradient[q]! + slope * hessian[p * size + q]!;
  }
}
