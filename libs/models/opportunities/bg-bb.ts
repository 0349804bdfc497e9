import { describeFit, type Fit, type FitOptions, type Parameters } from '../fit.js';
import { fitAtLimit, maximiseAt } from '../limits.js';
import { ModelError } from '../model-error.js';
import { bestOfStarts } from '../numerics/best-of-starts.js';
import { logBetaRatio } from '../numerics/beta-ratio.js';
import { discountedSurvival } from '../numerics/discounted-survival.js';
import { requireCount, requireNumber } from '../purchases/purchase-model.js';
import { bgBbObjective } from './bg-bb-likelihood.js';
import { bgBbLimits, nobodyLeaves } from './bg-bb-limits.js';
import { type OpportunityGroups, type OpportunityHistory, requireOpportunities } from './opportunities.js';

const parameterNames = ['alpha', 'beta', 'gamma', 'delta'] as const;
type BgBbParameters = Readonly<Record<(typeof parameterNames)[number], number>>;

const starts = [
  [1, 1, 0.7, 3],
  [0.5, 0.5, 1, 10],
  [2, 2, 0.5, 1],
] as const; // alpha, beta, gamma, delta in order of use
const chiSquare95 = 5.99; // 2 degrees of freedom; conservative at a boundary

/**
 * BG/BB, Fader, Hardie & Shang (2010), "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29(6):
 * customers can buy at opportunities in a fixed rhythm, such as yearly appeals. While active, a customer takes each with a
 * probability that is beta(alpha, beta) between customers, and before each leaves for good with one that is beta(gamma, delta).
 * Errors: `ModelError` with `invalid-input` for an impossible history, `too-little-data` when too few took an opportunity,
 * `not-finite` for parameters that give no number.
 */
export const bgBb = {
  name: 'bg-bb' as const,
  parameterNames,

  /** Maximum likelihood. `transactions` of the fit are opportunities taken. */
  fit(groups: OpportunityGroups, { start }: FitOptions = {}): Fit {
    const { customers, transactions } = totals(groups);
    const described = { model: 'bg-bb', parameterNames, customers, transactions, timeUnit: null };
    const objective = bgBbObjective(groups);
    const all: number[][] = starts.map((shape) => [...shape]);
    if (start) all.unshift(parameterNames.map((name) => start[name]!));
    const found = bestOfStarts(objective, all, (each) => describeFit(described, each, null).boundary === null);
    const interior = describeFit(described, found, null);
    const fit = interior.boundary === null ? interior : (fitAtLimit(bgBbLimits, described, null, objective, found) ?? interior);
    const gain = 2 * customers * (found.value - maximiseAt(nobodyLeaves, null, objective).value);
    if (!(gain < chiSquare95)) return fit;
    const boundary = `Leaving is not identifiable: a model in which nobody leaves fits as well (likelihood ratio ${Math.max(0, gain).toFixed(2)}, ${chiSquare95} needed). Observe more opportunities.`;
    return { ...fit, standardErrors: null, boundary };
  },

  /** P(still there at opportunity n + ahead); with `ahead` 0 at the last one observed. */
  probabilityAlive(parameters: Parameters, history: OpportunityHistory, ahead = 0): number {
    requireOpportunities(history);
    requireCount(ahead);
    const { gamma, delta } = parameters as BgBbParameters;
    const stays = Math.exp(logBetaRatio(gamma, delta + history.n, ahead));
    return requireNumber(stays / (1 + oddsLeft(parameters as BgBbParameters, history)), parameters);
  },

  /** Expected number taken of the next `opportunities`. */
  expectedPurchases(parameters: Parameters, history: OpportunityHistory, opportunities: number): number {
    requireCount(opportunities);
    const stays = staying(parameters as BgBbParameters, history);
    let present = 1,
      sum = 0;
    for (let k = 1; k <= opportunities; k += 1) {
      present *= stays(k);
      sum += present;
    }
    return requireNumber(bgBb.probabilityAlive(parameters, history) * takesWhileThere(parameters as BgBbParameters, history) * sum, parameters);
  },

  /** DERT: expected opportunities taken from now on without end, opportunity n + k discounted by (1 + discountRate)^k. */
  discountedResidualPurchases(parameters: Parameters, history: OpportunityHistory, discountRate: number): number {
    const stays = staying(parameters as BgBbParameters, history);
    const present = (stays(1) / (1 + discountRate)) * discountedSurvival((k) => stays(k + 1), discountRate);
    return requireNumber(bgBb.probabilityAlive(parameters, history) * takesWhileThere(parameters as BgBbParameters, history) * present, parameters);
  },

  /** Expected number taken of the first `opportunities`, for a customer about whom nothing is known. */
  expectedPurchasesNewCustomer(parameters: Parameters, opportunities: number): number {
    return bgBb.expectedPurchases(parameters, { x: 0, tx: 0, n: 0 }, opportunities);
  },

  /** P(x of the first n opportunities are taken): still there at the last, or left after m = x, ..., n - 1 of them. */
  probabilityOfCount(parameters: Parameters, x: number, n: number): number {
    requireCount(x);
    requireCount(n);
    const { alpha, beta, gamma, delta } = parameters as BgBbParameters;
    if (x > n) return 0;
    let taken = 1, // P(x of m | there for m)
      present = 1, // P(there for m)
      sum = 0;
    for (let j = 0; j < x; j += 1) {
      taken *= (alpha + j) / (alpha + beta + j);
      present *= (delta + j) / (gamma + delta + j);
    }
    for (let m = x; m < n; m += 1) {
      sum += (taken * present * gamma) / (gamma + delta + m);
      taken *= ((m + 1) / (m + 1 - x)) * ((beta + m - x) / (alpha + beta + m));
      present *= (delta + m) / (gamma + delta + m);
    }
    return requireNumber(sum + taken * present, parameters);
  },
};

/** P(taking an opportunity | there), for a customer who took x of the n at which they were there. */
function takesWhileThere({ alpha, beta }: BgBbParameters, { x, n }: OpportunityHistory): number {
  return (alpha + x) / (alpha + beta + n);
}

/** P(there at opportunity n + k | there at the one before and at n). */
function staying({ gamma, delta }: BgBbParameters, { n }: OpportunityHistory): (k: number) => number {
  return (k) => (delta + n + k - 1) / (gamma + delta + n + k - 1);
}

/** P(left)/P(there) at opportunity n: the cases in which the customer was there for m = n - 1, ..., tx of them, against all n. */
function oddsLeft({ alpha, beta, gamma, delta }: BgBbParameters, { x, tx, n }: OpportunityHistory): number {
  let odds = gamma / (gamma + delta + n),
    sum = 0;
  for (let m = n - 1; m >= tx; m -= 1) {
    odds *= ((alpha + beta + m) / (beta + m - x)) * ((gamma + delta + m + 1) / (delta + m));
    sum += odds;
  }
  return sum;
}

function totals({ x, tx, n, weight }: OpportunityGroups): { customers: number; transactions: number } {
  let customers = 0,
    transactions = 0,
    takers = 0;
  for (let i = 0; i < weight.length; i += 1) {
    requireOpportunities({ x: x[i]!, tx: tx[i]!, n: n[i]! });
    if (!(weight[i]! > 0)) throw new ModelError('invalid-input', `Row ${i} has the weight ${weight[i]}.`, 'Build the rows with groupOpportunities.');
    customers += weight[i]!;
    transactions += weight[i]! * x[i]!;
    if (x[i]! > 0) takers += weight[i]!;
  }
  if (takers <= parameterNames.length) {
    throw new ModelError(
      'too-little-data',
      `${takers} of ${customers} customers took an opportunity; ${parameterNames.length + 1} are the least for ${parameterNames.length} parameters.`,
      'Observe for longer or take more customers.',
    );
  }
  return { customers, transactions };
}
