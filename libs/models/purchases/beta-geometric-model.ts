import { describeFit, type Fit, type FitOptions, type Parameters } from '../fit.js';
import { fitAtLimit } from '../limits.js';
import { bestOfStarts } from '../numerics/best-of-starts.js';
import { type Maximum, maximise } from '../numerics/maximise.js';
import { expectedWhileAlive } from './beta-geometric-expectation.js';
import { betaGeometricObjective } from './beta-geometric-likelihood.js';
import { betaGeometricLimits } from './beta-geometric-limits.js';
import { residualWhileAlive } from './beta-geometric-residual.js';
import type { FirstChance } from './dropout-levels.js';
import { arrange, type LikelihoodData, meanAge } from './grouped-likelihood.js';
import { maximiseNbd } from './nbd.js';
import { negativeBinomialProbability, negativeBinomialTail } from './negative-binomial.js';
import { noDropout } from './no-dropout.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import { type PurchaseModel, type PurchaseModelName, requireCount, requireHistory, requireNumber, requireTime } from './purchase-model.js';
import type { PurchaseGroups, PurchaseHistory } from './statistics.js';

const parameterNames = ['r', 'alpha', 'a', 'b'] as const;
const shapes = [
  [0.5, 1, 2],
  [1, 1, 1],
  [0.5, 0.5, 5],
  [2, 2, 2],
] as const; // r, a, b of the starts, in order of use
const meanAgeOfAlpha = 0.3; // alpha 10 weeks where customers are observed for 33 on average
const worthSampling = 4_000; // groups

/**
 * BG/NBD and MBG/NBD: Poisson purchasing at gamma(r, alpha) rates; at each chance (every repeat purchase, and in MBG
 * the first one too) the customer leaves with a probability that is beta(a, b) between customers.
 */
export function betaGeometricModel(name: PurchaseModelName, firstChance: FirstChance): PurchaseModel {
  /** ln P(left)/P(alive); -infinity for a customer who never had a chance to leave. */
  function logOddsLeft(parameters: Parameters, { x, tx, T }: PurchaseHistory): number {
    const chances = x + firstChance;
    if (chances === 0) return -Infinity;
    return (parameters.r! + x) * Math.log1p((T - tx) / (parameters.alpha! + tx)) + Math.log(parameters.a! / (parameters.b! + chances - 1));
  }

  const model: PurchaseModel = {
    name,
    parameterNames,

    fit(groups: PurchaseGroups, options: FitOptions = {}): Fit {
      const data = arrange(groups, parameterNames.length);
      const floor = maximiseNbd(data);
      const maximum = best(data, firstChance, floor, options.start ?? startFromSample(groups, firstChance));
      const { customers, transactions } = data;
      const described = { model: name, parameterNames, customers, transactions, timeUnit: groups.timeUnit };
      const unidentified = noDropout(maximum, floor, customers);
      const fit = describeFit(described, maximum, null);
      const atLimit = fit.logCovariance === null ? fitAtLimit(betaGeometricLimits, described, data, betaGeometricObjective(data, firstChance), maximum) : null;
      const { standardErrors, boundary, ...found } = atLimit ?? fit;
      return { ...found, standardErrors: unidentified === null ? standardErrors : null, boundary: unidentified ?? boundary };
    },

    probabilityAlive(parameters, history) {
      requireHistory(history);
      return requireNumber(probabilityOfLogOdds(-logOddsLeft(parameters, history)), parameters);
    },

    expectedPurchases(parameters, history, horizon) {
      requireTime(horizon, 'zero');
      const { a, b, r, alpha } = parameters;
      const { x, T } = history;
      return model.probabilityAlive(parameters, history) * requireNumber(expectedWhileAlive(a!, b! + x + firstChance, r! + x, alpha! + T, horizon), parameters);
    },

    discountedResidualPurchases(parameters, history, periodLength, discountRate) {
      const { a, b, r, alpha } = parameters;
      const { x, T } = history;
      const alive = model.probabilityAlive(parameters, history);
      return alive * requireNumber(residualWhileAlive(a!, b! + x + firstChance, r! + x, alpha! + T, periodLength, discountRate), parameters);
    },

    probabilityNoPurchase(parameters, history, horizon) {
      return probabilityOfLogOdds(model.noPurchaseLogOdds(parameters, history, horizon));
    },

    noPurchaseLogOdds(parameters, history, horizon) {
      requireHistory(history);
      requireTime(horizon, 'more');
      const logSilent = -(parameters.r! + history.x) * Math.log1p(horizon / (parameters.alpha! + history.T));
      return requireNumber(noPurchaseLogOdds(logOddsLeft(parameters, history), logSilent), parameters);
    },

    expectedPurchasesNewCustomer(parameters, t) {
      return model.expectedPurchases(parameters, { x: 0, tx: 0, T: 0 }, t);
    },

    /** Fader, Hardie & Lee (2005, eq. 8), and the same for MBG: survived all chances, or left at the last purchase. */
    probabilityOfCount(parameters, n, t) {
      requireCount(n);
      requireTime(t, 'zero');
      const { r, alpha, a, b } = parameters as { r: number; alpha: number; a: number; b: number };
      const chances = n + firstChance;
      let stayed = 1; // B(a, b+j)/B(a, b)
      let leftAtLast = 0; // B(a+1, b+j-1)/B(a, b)
      for (let j = 0; j < chances; j += 1) {
        leftAtLast = (stayed * a) / (a + b + j);
        stayed *= (b + j) / (a + b + j);
      }
      const left = leftAtLast === 0 ? 0 : leftAtLast * negativeBinomialTail(n, r, alpha, t);
      return requireNumber(stayed * negativeBinomialProbability(n, r, alpha, t) + left, parameters);
    },
  };
  return model;
}

/**
 * The best of several starts. The given one, or the usual one, suffices if it converges to an optimum with
 * dropout; otherwise the others are tried too, since a search that starts where dropout has vanished cannot find it.
 */
function best(data: LikelihoodData, firstChance: FirstChance, floor: Maximum, start: Parameters | null): Maximum {
  const starts = usualStarts(data);
  if (start) starts.unshift(parameterNames.map((name) => start[name]!));
  return bestOfStarts(betaGeometricObjective(data, firstChance), starts, (found) => noDropout(found, floor, data.customers) === null);
}

function usualStarts(data: LikelihoodData): number[][] {
  const alpha = meanAgeOfAlpha * meanAge(data);
  return shapes.map(([r, a, b]) => [r, alpha, a, b]);
}

/** Most steps of a search only locate the neighbourhood, for which a sample of many groups suffices. Null for few groups. */
function startFromSample(groups: PurchaseGroups, firstChance: FirstChance): Parameters | null {
  if (groups.weight.length < worthSampling) return null;
  const sample = everyEighth(groups);
  if (sample.x.reduce((repeaters, each) => repeaters + Math.sign(each), 0) <= parameterNames.length) return null;
  const data = arrange(sample, parameterNames.length);
  const { theta, converged } = maximise(betaGeometricObjective(data, firstChance), Float64Array.from(usualStarts(data)[0]!, Math.log));
  return converged ? Object.fromEntries(parameterNames.map((name, i) => [name, Math.exp(theta[i]!)])) : null;
}

function everyEighth({ x, tx, T, weight, timeUnit }: PurchaseGroups): PurchaseGroups {
  const size = Math.ceil(x.length / 8);
  const sample = { x: new Int32Array(size), tx: new Float64Array(size), T: new Float64Array(size), weight: new Float64Array(size), timeUnit };
  for (let i = 0; i < size; i += 1) {
    sample.x[i] = x[8 * i]!;
    sample.tx[i] = tx[8 * i]!;
    sample.T[i] = T[8 * i]!;
    sample.weight[i] = weight[8 * i]!;
  }
  return sample;
}
