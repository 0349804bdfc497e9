import type { Parameters } from '../fit.js';
import { expectedWhileAlive } from './beta-geometric-expectation.js';
import { residualWhileAlive } from './beta-geometric-residual.js';
import type { FirstChance } from './dropout-levels.js';
import { negativeBinomialProbability, negativeBinomialTail } from './negative-binomial.js';
import { noPurchaseLogOdds, probabilityOfLogOdds } from './no-purchase.js';
import { type PurchaseModel, type PurchaseModelName, requireCount, requireHistory, requireNumber, requireTime } from './purchase-model.js';
import { overStages, type StagesBehind, stagesBehind } from './stages.js';
import type { PurchaseHistory } from './statistics.js';

/** The parameters of one customer given the history, if the customer has not left: the rate of stages is gamma(shape, age), the chance beta(a, b). */
interface Posterior {
  readonly shape: number;
  readonly age: number;
  readonly a: number;
  readonly b: number;
}

/**
 * What (M)BG/NBD and (M)BG/CNBD-k say of customers, for given parameters r, alpha, a, b.
 * @param stagesOf how many stages a purchase takes: 1, or k
 */
export function betaGeometricPredictions(
  name: PurchaseModelName,
  firstChance: FirstChance,
  stagesOf: (parameters: Parameters) => number,
): Omit<PurchaseModel, 'fit'> {
  const posterior = ({ r, alpha, a, b }: Parameters, { x, T }: PurchaseHistory, stages: number): Posterior => ({
    shape: r! + stages * x,
    age: alpha! + T,
    a: a!,
    b: b! + x + firstChance,
  });

  function behindOf(parameters: Parameters, { x, tx, T }: PurchaseHistory, stages: number): StagesBehind {
    return stagesBehind(parameters.r! + stages * x, (T - tx) / (parameters.alpha! + T), stages);
  }

  /** ln P(left)/P(alive); -infinity for a customer who never had a chance to leave. */
  function logOddsLeft(parameters: Parameters, { x, tx, T }: PurchaseHistory, stages: number, behind: StagesBehind): number {
    const chances = x + firstChance;
    if (chances === 0) return -Infinity;
    const shape = parameters.r! + stages * x;
    return shape * Math.log1p((T - tx) / (parameters.alpha! + tx)) + Math.log(parameters.a! / (parameters.b! + chances - 1)) - behind.log;
  }

  const predictions: Omit<PurchaseModel, 'fit'> = {
    name,
    parameterNames,

    probabilityAlive(parameters, history) {
      requireHistory(history);
      const stages = stagesOf(parameters);
      return requireNumber(probabilityOfLogOdds(-logOddsLeft(parameters, history, stages, behindOf(parameters, history, stages))), parameters);
    },

    expectedPurchases(parameters, history, horizon) {
      requireTime(horizon, 'zero');
      const alive = predictions.probabilityAlive(parameters, history);
      const stages = stagesOf(parameters);
      const { shape, age, a, b } = posterior(parameters, history, stages);
      const whileAlive = overStages(behindOf(parameters, history, stages), (behind) => expectedWhileAlive(a, b, shape + behind, age, horizon, stages, behind));
      return alive * requireNumber(whileAlive, parameters);
    },

    discountedResidualPurchases(parameters, history, periodLength, discountRate) {
      const alive = predictions.probabilityAlive(parameters, history);
      const stages = stagesOf(parameters);
      const { shape, age, a, b } = posterior(parameters, history, stages);
      const whileAlive = overStages(behindOf(parameters, history, stages), (behind) =>
        residualWhileAlive(a, b, shape + behind, age, periodLength, discountRate, stages, behind),
      );
      return alive * requireNumber(whileAlive, parameters);
    },

    probabilityNoPurchase(parameters, history, horizon) {
      return probabilityOfLogOdds(predictions.noPurchaseLogOdds(parameters, history, horizon));
    },

    noPurchaseLogOdds(parameters, history, horizon) {
      requireHistory(history);
      requireTime(horizon, 'more');
      const stages = stagesOf(parameters);
      const { shape, age } = posterior(parameters, history, stages);
      const now = behindOf(parameters, history, stages);
      const later = behindOf(parameters, { ...history, T: history.T + horizon }, stages);
      const logSilent = -shape * Math.log1p(horizon / age) + later.log - now.log;
      const left = logOddsLeft(parameters, history, stages, now);
      if (stages === 1 || logSilent < Math.log(0.5)) return requireNumber(noPurchaseLogOdds(left, logSilent), parameters);
      // The first stages of a long way take a power of the time: 1 - silent would lose their digits.
      const buys = overStages(now, (behind) => negativeBinomialTail(stages - behind, shape + behind, age, horizon));
      return requireNumber(noPurchaseLogOdds(left, Math.log1p(-buys), Math.log(buys)), parameters);
    },

    expectedPurchasesNewCustomer(parameters, t) {
      return predictions.expectedPurchases(parameters, { x: 0, tx: 0, T: 0 }, t);
    },

    /** Fader, Hardie & Lee (2005, eq. 8), and the same for the others: survived all chances, or left at the last purchase. */
    probabilityOfCount(parameters, n, t) {
      requireCount(n);
      requireTime(t, 'zero');
      const { r, alpha, a, b } = parameters as { r: number; alpha: number; a: number; b: number };
      const stages = stagesOf(parameters);
      const chances = n + firstChance;
      let stayed = 1; // B(a, b+j)/B(a, b)
      let leftAtLast = 0; // B(a+1, b+j-1)/B(a, b)
      for (let j = 0; j < chances; j += 1) {
        leftAtLast = (stayed * a) / (a + b + j);
        stayed *= (b + j) / (a + b + j);
      }
      const left = leftAtLast === 0 ? 0 : leftAtLast * negativeBinomialTail(n * stages, r, alpha, t);
      let exactly = 0; // of so many purchases, and some stages
      for (let behind = 0; behind < stages; behind += 1) exactly += negativeBinomialProbability(n * stages + behind, r, alpha, t);
      return requireNumber(stayed * exactly + left, parameters);
    },
  };
  return predictions;
}

/** Those of the search; k comes in addition. */
export const parameterNames = ['r', 'alpha', 'a', 'b'] as const;
