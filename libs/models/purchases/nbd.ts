import { describeFit, type Fit, type FitOptions } from '../fit.js';
import { fitAtLimit, type Limit } from '../limits.js';
import { type Maximum, maximise, type Objective } from '../numerics/maximise.js';
import { arrange, type LikelihoodData, meanRate } from './grouped-likelihood.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';
import { negativeBinomialProbability } from './negative-binomial.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import { type PurchaseModel, requireCount, requireHistory, requireNumber, requireTime } from './purchase-model.js';
import { ratesAlike } from './rate-limits.js';
import type { PurchaseGroups } from './statistics.js';

const parameterNames = ['r', 'alpha'] as const;

/** The optimum of the NBD likelihood: also the floor that a model with dropout has to exceed. */
export function maximiseNbd(data: LikelihoodData, start?: readonly number[]): Maximum {
  return maximise(nbdObjective(data), Float64Array.from(start ?? [0.5, 0.5 / meanRate(data)], Math.log));
}

const nbdObjective =
  (data: LikelihoodData): Objective =>
  (theta, into) => {
    clear(into);
    addNbd(data, Math.exp(theta[0]!), Math.exp(theta[1]!), into);
    perCustomer(into, data.customers);
  };

/** The Poisson model, to which the NBD tends: its rates are all alike. */
const nbdLimits: readonly Limit<LikelihoodData>[] = [
  { sentence: `The optimum lies at a limit: ${ratesAlike.sentence}, and the NBD is a Poisson here.`, map: ratesAlike, start: ratesAlike.start },
];

/**
 * NBD: Poisson purchasing at gamma(r, alpha) rates, and nobody ever leaves (Ehrenberg 1959). It remains when the data show
 * no dropout. The likelihood leaves out the constant factor T^x / x!, as those of BG/NBD and MBG/NBD do, so that they
 * are comparable. Parameters: r, alpha (in time units).
 */
export const nbd: PurchaseModel = {
  name: 'nbd',
  parameterNames,

  fit(groups: PurchaseGroups, options: FitOptions = {}): Fit {
    const data = arrange(groups, parameterNames.length);
    const { start } = options;
    const warm =
      start &&
      maximiseNbd(
        data,
        parameterNames.map((name) => start[name]!),
      );
    const found = warm?.converged ? warm : maximiseNbd(data);
    const { customers, transactions } = data;
    const described = { model: 'nbd', parameterNames, customers, transactions, timeUnit: groups.timeUnit };
    const fit = describeFit(described, found, null);
    return (fit.logCovariance === null ? fitAtLimit(nbdLimits, described, data, nbdObjective(data), found) : null) ?? fit;
  },

  probabilityAlive(_parameters, history) {
    requireHistory(history);
    return 1;
  },

  expectedPurchases(parameters, history, horizon) {
    requireHistory(history);
    requireTime(horizon, 'zero');
    return requireNumber(((parameters.r! + history.x) / (parameters.alpha! + history.T)) * horizon, parameters);
  },

  /** A perpetuity: in every period as many as in the first. */
  discountedResidualPurchases(parameters, history, periodLength, discountRate) {
    return nbd.expectedPurchases(parameters, history, periodLength) / discountRate;
  },

  probabilityNoPurchase(parameters, history, horizon) {
    return probabilityOfLogOdds(nbd.noPurchaseLogOdds(parameters, history, horizon));
  },

  noPurchaseLogOdds(parameters, history, horizon) {
    requireHistory(history);
    requireTime(horizon, 'more');
    const logSilent = -(parameters.r! + history.x) * Math.log1p(horizon / (parameters.alpha! + history.T));
    return requireNumber(noPurchaseLogOdds(-Infinity, logSilent), parameters);
  },

  expectedPurchasesNewCustomer(parameters, t) {
    requireTime(t, 'zero');
    return requireNumber((parameters.r! / parameters.alpha!) * t, parameters);
  },

  probabilityOfCount(parameters, n, t) {
    requireCount(n);
    requireTime(t, 'zero');
    return requireNumber(negativeBinomialProbability(n, parameters.r!, parameters.alpha!, t), parameters);
  },
};
