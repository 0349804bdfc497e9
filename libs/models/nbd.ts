import { describeFit, type Fit, type FitOptions } from './fit.js';
import { arrange, type LikelihoodData, meanAge } from './grouped-likelihood.js';
import { type Maximum, maximise, type Objective } from './maximise.js';
import { addNbd, clear, perCustomer } from './nbd-likelihood.js';
import { negativeBinomialProbability } from './negative-binomial.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import { type PurchaseModel, requireCount, requireHistory, requireNumber, requireTime } from './purchase-model.js';
import type { PurchaseGroups } from './statistics.js';

const parameterNames = ['r', 'alpha'] as const;
const infinite = 1e12;

/** The optimum of the NBD likelihood: also the floor that a model with dropout has to rise above. */
export function maximiseNbd(data: LikelihoodData, start?: readonly number[]): Maximum {
  const objective: Objective = (theta, into) => {
    clear(into);
    addNbd(data, Math.exp(theta[0]!), Math.exp(theta[1]!), into);
    perCustomer(into, data.customers);
  };
  const spread = [0.5, 0.5 / (data.transactions / data.customers / meanAge(data))];
  return maximise(objective, Float64Array.from(start ?? spread, Math.log));
}

/**
 * The supremum at infinity, where every customer buys at the same rate: r and alpha without end at r / alpha = rate.
 * Null when the search came above it, and so ended for another reason.
 */
function poissonLimit(data: LikelihoodData, found: Maximum): Maximum | null {
  const rate = data.transactions / data.customers / meanAge(data);
  const value = (data.transactions * Math.log(rate) - data.transactions) / data.customers;
  if (found.value > value + 1e-9 * (1 + Math.abs(value))) return null;
  return { ...found, value, theta: Float64Array.of(Math.log(infinite), Math.log(infinite / rate)), gradientNorm: 0, converged: true };
}

/**
 * NBD: Poisson purchasing at gamma(r, alpha) rates, and nobody ever leaves (Ehrenberg 1959). What is left when the
 * data show no dropout; the likelihood leaves out the constant factor T^x / x!, as those of BG/NBD and MBG/NBD do, so
 * that they compare. Parameters: r, alpha (in time units).
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
    const poisson = found.atEdge || !found.converged ? poissonLimit(data, found) : null;
    const maximum = poisson ?? found;
    const equalRates =
      poisson === null ? null : 'Purchase rates do not differ between customers beyond chance (r and alpha grow without end): the NBD is a Poisson here.';
    return describeFit(
      {
        model: 'nbd',
        parameterNames,
        customers: data.customers,
        transactions: data.transactions,
        timeUnit: groups.timeUnit,
      },
      maximum,
      equalRates,
    );
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
