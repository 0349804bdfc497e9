import type { Evaluation, Objective } from '../numerics/maximise.js';
import { clear, perCustomer } from '../purchases/nbd-likelihood.js';
import { BetaSums } from './beta-sums.js';
import type { OpportunityGroups } from './opportunities.js';

/**
 * The log-likelihood of the BG/BB per customer in (ln alpha, ln beta, ln gamma, ln delta), with gradient and Hessian (Fader,
 * Hardie & Shang 2010, eq. 7). A customer was there for the first m opportunities: for all n of them, or for m = tx, ..., n - 1
 * and left then. Each case has x of m opportunities taken, by a probability beta(alpha, beta), and m survived, by a
 * probability to leave beta(gamma, delta). The likelihood is the sum of the cases; of its logarithm, with p the share of a case
 * and g its gradient, the Hessian is the mean of (hessian + g g') less the mean of g times itself.
 */
export function bgBbObjective({ x, tx, n, weight }: OpportunityGroups): Objective {
  const customers = weight.reduce((sum, count) => sum + count, 0);
  const most = n.reduce((longest, count) => Math.max(longest, count), 0) + 1;
  const takes = new BetaSums(most),
    leaves = new BetaSums(most);
  const cases = new Float64Array(most),
    slope = new Float64Array(4),
    mean = new Float64Array(4);

  /** Adds the case of m opportunities, weighted by its share and the number of customers. */
  function addCase(taken: number, m: number, left: 0 | 1, share: number, into: Evaluation): void {
    const missed = m - taken;
    const { gradient, hessian } = into;
    slope[0] = takes.byA(taken, missed);
    slope[1] = takes.byB(taken, missed);
    slope[2] = leaves.byA(left, m);
    slope[3] = leaves.byB(left, m);
    for (let p = 0; p < 4; p += 1) {
      gradient[p]! += share * slope[p]!;
      mean[p]! += share * slope[p]!;
      for (let q = 0; q < 4; q += 1) hessian[4 * p + q]! += share * slope[p]! * slope[q]!;
    }
    hessian[0]! += share * takes.byATwice(taken, missed);
    hessian[1]! += share * takes.byAB(taken, missed);
    hessian[4]! += share * takes.byAB(taken, missed);
    hessian[5]! += share * takes.byBTwice(taken, missed);
    hessian[10]! += share * leaves.byATwice(left, m);
    hessian[11]! += share * leaves.byAB(left, m);
    hessian[14]! += share * leaves.byAB(left, m);
    hessian[15]! += share * leaves.byBTwice(left, m);
  }

  return (theta, into) => {
    clear(into);
    takes.place(Math.exp(theta[0]!), Math.exp(theta[1]!));
    leaves.place(Math.exp(theta[2]!), Math.exp(theta[3]!));
    for (let i = 0; i < weight.length; i += 1) {
      const taken = x[i]!,
        end = n[i]!,
        count = weight[i]!;
      const leftAt = (m: number): 0 | 1 => (m < end ? 1 : 0);
      let top = -Infinity,
        sum = 0;
      for (let m = tx[i]!; m <= end; m += 1) {
        cases[m] = takes.value(taken, m - taken) + leaves.value(leftAt(m), m);
        top = Math.max(top, cases[m]!);
      }
      for (let m = tx[i]!; m <= end; m += 1) sum += Math.exp(cases[m]! - top);
      into.value += count * (top + Math.log(sum));
      mean.fill(0);
      for (let m = tx[i]!; m <= end; m += 1) addCase(taken, m, leftAt(m), (count * Math.exp(cases[m]! - top)) / sum, into);
      for (let p = 0; p < 4; p += 1) for (let q = 0; q < 4; q += 1) into.hessian[4 * p + q]! -= (mean[p]! * mean[q]!) / count;
    }
    perCustomer(into, customers);
  };
}
