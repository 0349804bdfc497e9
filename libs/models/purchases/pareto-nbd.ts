import { describeFit, type Fit, type FitOptions } from '../fit.js';
import { fitAtLimit } from '../limits.js';
import { bestOfStarts } from '../numerics/best-of-starts.js';
import { endsFirst } from './first-of-two.js';
import { arrange, meanAge } from './grouped-likelihood.js';
import { maximiseNbd } from './nbd.js';
import { negativeBinomialProbability } from './negative-binomial.js';
import { noDropout } from './no-dropout.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import { probabilityOfCountAndLeft } from './pareto-nbd-count.js';
import { paretoNbdObjective } from './pareto-nbd-likelihood.js';
import { paretoNbdLimits } from './pareto-nbd-limits.js';
import { discountedStayAt } from './pareto-nbd-residual.js';
import { type PurchaseModel, requireCount, requireHistory, requireNumber, requireTime } from './purchase-model.js';
import type { PurchaseGroups, PurchaseHistory } from './statistics.js';

const parameterNames = ['r', 'alpha', 's', 'beta'] as const;
type ParetoParameters = Readonly<Record<(typeof parameterNames)[number], number>>;

const starts = [
  [0.5, 0.3, 0.5, 0.3],
  [1, 0.3, 1, 1],
  [0.5, 0.3, 0.2, 2],
  [2, 1, 2, 5],
] as const; // r, alpha, s, beta in order of use; alpha and beta in mean ages of a customer

/**
 * Pareto/NBD, Schmittlein, Morrison & Colombo (1987), "Counting Your Customers", Management Science 33(1): Poisson
 * purchasing at gamma(r, alpha) rates; a customer may leave at any moment, with a hazard that is gamma(s, beta) between
 * customers. Parameters: r, alpha (in time units), s, beta (in time units).
 */
export const paretoNbd: PurchaseModel = {
  name: 'pareto-nbd',
  parameterNames,

  fit(groups: PurchaseGroups, options: FitOptions = {}): Fit {
    const data = arrange(groups, parameterNames.length);
    const floor = maximiseNbd(data);
    const objective = paretoNbdObjective(data);
    const age = meanAge(data);
    const all: number[][] = starts.map(([r, alpha, s, beta]) => [r, alpha * age, s, beta * age]);
    const { start } = options;
    if (start) all.unshift(parameterNames.map((name) => start[name]!));
    const found = bestOfStarts(objective, all, (each) => noDropout(each, floor, data.customers) === null);
    const described = { model: 'pareto-nbd', parameterNames, customers: data.customers, transactions: data.transactions, timeUnit: groups.timeUnit };
    const unidentified = noDropout(found, floor, data.customers);
    const fit = describeFit(described, found, null);
    const { standardErrors, boundary, ...best } = (fit.logCovariance === null ? fitAtLimit(paretoNbdLimits, described, data, objective, found) : null) ?? fit;
    return { ...best, standardErrors: unidentified === null ? standardErrors : null, boundary: unidentified ?? boundary };
  },

  probabilityAlive(parameters, history) {
    requireHistory(history);
    return requireNumber(probabilityOfLogOdds(-logOddsLeft(parameters as ParetoParameters, history)), parameters);
  },

  /** P(alive) times the mean rate times the mean time stayed within the horizon (Fader & Hardie 2005). */
  expectedPurchases(parameters, history, horizon) {
    requireTime(horizon, 'zero');
    const { r, alpha, s, beta } = parameters as ParetoParameters;
    const { x, T } = history;
    return paretoNbd.probabilityAlive(parameters, history) * requireNumber(((r + x) / (alpha + T)) * meanStay(s, beta + T, horizon), parameters);
  },

  discountedResidualPurchases(parameters, history, periodLength, discountRate) {
    const { r, alpha, s, beta } = parameters as ParetoParameters;
    const { x, T } = history;
    const alive = paretoNbd.probabilityAlive(parameters, history);
    const perPeriod = ((r + x) / (alpha + T)) * periodLength;
    return alive * requireNumber(perPeriod * discountedStayAt(s, beta + T, periodLength, discountRate), parameters);
  },

  probabilityNoPurchase(parameters, history, horizon) {
    return probabilityOfLogOdds(paretoNbd.noPurchaseLogOdds(parameters, history, horizon));
  },

  noPurchaseLogOdds(parameters, history, horizon) {
    requireHistory(history);
    requireTime(horizon, 'more');
    const { r, alpha, s, beta } = parameters as ParetoParameters;
    const { x, T } = history;
    const shape = r + x,
      age = alpha + T,
      leavingAge = beta + T;
    const buys = endsFirst(shape, age, s, leavingAge, horizon);
    // Or stays silent: leaves before the next purchase, or does neither within the horizon.
    const logNeither = -shape * Math.log1p(horizon / age) - s * Math.log1p(horizon / leavingAge);
    const logSilent = buys < 0.5 ? Math.log1p(-buys) : logOfSum(Math.log(endsFirst(s, leavingAge, shape, age, horizon)), logNeither);
    return requireNumber(noPurchaseLogOdds(logOddsLeft(parameters as ParetoParameters, history), logSilent, Math.log(buys)), parameters);
  },

  expectedPurchasesNewCustomer(parameters, t) {
    return paretoNbd.expectedPurchases(parameters, { x: 0, tx: 0, T: 0 }, t);
  },

  /** Still there after t, or left within it. */
  probabilityOfCount(parameters, n, t) {
    requireCount(n);
    requireTime(t, 'zero');
    const { r, alpha, s, beta } = parameters as ParetoParameters;
    const stayed = Math.exp(-s * Math.log1p(t / beta)) * negativeBinomialProbability(n, r, alpha, t);
    return requireNumber(stayed + probabilityOfCountAndLeft(n, r, alpha, s, beta, t), parameters);
  },
};

/** ln(e^one + e^other), where both may be far below the range of a double. */
function logOfSum(one: number, other: number): number {
  const upper = Math.max(one, other);
  return upper === -Infinity ? upper : upper + Math.log1p(Math.exp(Math.min(one, other) - upper));
}

/** ln P(left)/P(alive): leaving first, against neither buying nor leaving, in the time since the last purchase. */
function logOddsLeft({ r, alpha, s, beta }: ParetoParameters, { x, tx, T }: PurchaseHistory): number {
  const shape = r + x,
    age = alpha + tx,
    leavingAge = beta + tx;
  const silence = T - tx;
  return Math.log(endsFirst(s, leavingAge, shape, age, silence)) + shape * Math.log1p(silence / age) + s * Math.log1p(silence / leavingAge);
}

/** Mean time stayed within the next `horizon`, for hazards gamma(s, age): the integral of (1 + v/age)^-s. */
function meanStay(s: number, age: number, horizon: number): number {
  const growth = Math.log1p(horizon / age);
  return age * (s === 1 ? growth : -Math.expm1((1 - s) * growth) / (s - 1));
}
