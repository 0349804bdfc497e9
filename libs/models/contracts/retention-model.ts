import { describeFit, type Fit, type FitOptions, type Parameters } from '../fit.js';
import { bestOfStarts } from '../numerics/best-of-starts.js';
import { discountedSurvival } from '../numerics/discounted-survival.js';
import { requireCount, requireNumber } from '../purchases/purchase-model.js';
import { type CohortSurvivors, type RenewalCounts, renewalCounts } from './cohort-survivors.js';
import { type LogRetention, retentionObjective } from './retention-likelihood.js';
import { fitAtRetentionLimit, type RetentionLimit } from './retention-limits.js';

export type RetentionModelName = 'sbg' | 'bdw';

/**
 * A model of how long customers with a contract stay: at the end of each period a customer visibly renews or leaves.
 * Ages and periods are whole numbers. Errors: `ModelError` with `invalid-input` for an invalid age or rate,
 * `not-finite` for parameters that give no number; no function returns NaN.
 */
export interface RetentionModel {
  readonly name: RetentionModelName;
  readonly parameterNames: readonly string[];
  /** Maximum likelihood over cohorts, each as far as it is observed. `too-little-data` where nobody left or nobody stayed. */
  fit(cohorts: readonly CohortSurvivors[], options?: FitOptions): Fit;
  /** Of cohorts, given parameters; -Infinity where they exclude what happened. */
  logLikelihood(parameters: Parameters, cohorts: readonly CohortSurvivors[]): number;
  /** S(age + periods) / S(age): the probability of staying for `periods` more, for a customer who has renewed `age` times. */
  survival(parameters: Parameters, periods: number, age?: number): number;
  /** r(t) = S(t) / S(t-1), for customers who have renewed `age` = t - 1 times. */
  retentionRate(parameters: Parameters, age: number): number;
  /** P(a new customer leaves at the end of period t), t = 1, 2, ... */
  probabilityOfLeaving(parameters: Parameters, t: number): number;
  /** Expected customers after 1, 2, ..., `periods` more periods, of `alive` who have renewed `age` times. */
  expectedSurvivors(parameters: Parameters, alive: number, age: number, periods: number): number[];
  /**
   * DEL: periods that a new customer is expected to pay for, each discounted to now from its start; the first is now. The rate is
   * 0.0001 or more.
   */
  discountedLifetime(parameters: Parameters, discountRate: number): number;
  /**
   * DERL: the same for a customer who has renewed `age` times and is about to decide again; the period decided on, if it comes,
   * is not discounted (Fader & Hardie 2010).
   */
  discountedResidualLifetime(parameters: Parameters, age: number, discountRate: number): number;
}

/** The definition of a retention model. */
export interface RetentionDefinition {
  readonly name: RetentionModelName;
  readonly parameterNames: readonly string[];
  readonly logRetention: LogRetention;
  /** ln S(to) / S(from). */
  logSurvival(parameters: Parameters, from: number, to: number): number;
  /** Parameters to start from. */
  starts(counts: RenewalCounts): number[][];
  readonly limits: readonly RetentionLimit[];
}

export function retentionModel({ name, parameterNames, logRetention, logSurvival, starts, limits }: RetentionDefinition): RetentionModel {
  const model: RetentionModel = {
    name,
    parameterNames,

    fit(cohorts, { start } = {}) {
      const counts = renewalCounts(cohorts, parameterNames.length);
      const described = { model: name, parameterNames, customers: counts.customers, transactions: counts.renewals, timeUnit: null };
      const all = starts(counts);
      if (start) all.unshift(parameterNames.map((parameter) => start[parameter]!));
      const found = bestOfStarts(retentionObjective(counts, parameterNames.length, logRetention), all, () => false); // the BdW can have two maxima
      const interior = describeFit(described, found, null);
      const limit = fitAtRetentionLimit(limits, described, counts);
      if (limit === null) return interior;
      const isHigher = limit.logLikelihood! > interior.logLikelihood!; // then an ordinary optimum is one of two
      const isAsGood = interior.boundary !== null && limit.aic! <= interior.aic!;
      return isHigher || isAsGood ? limit : interior;
    },

    logLikelihood(parameters, cohorts) {
      const { kept, lost } = renewalCounts(cohorts, 1);
      let sum = 0;
      for (let age = 0; age < kept.length; age += 1) {
        const h = logSurvival(parameters, age, age + 1);
        if (kept[age]! > 0) sum += kept[age]! * h;
        if (lost[age]! > 0) sum += lost[age]! * Math.log(-Math.expm1(h));
      }
      return sum;
    },

    survival(parameters, periods, age = 0) {
      requireCount(periods);
      requireCount(age);
      return requireNumber(Math.exp(logSurvival(parameters, age, age + periods)), parameters);
    },

    retentionRate(parameters, age) {
      return model.survival(parameters, 1, age);
    },

    probabilityOfLeaving(parameters, t) {
      requireCount(t - 1);
      return requireNumber(-Math.exp(logSurvival(parameters, 0, t - 1)) * Math.expm1(logSurvival(parameters, t - 1, t)), parameters);
    },

    expectedSurvivors(parameters, alive, age, periods) {
      requireCount(alive);
      requireCount(periods);
      return Array.from({ length: periods }, (_, k) => alive * model.survival(parameters, k + 1, age));
    },

    discountedLifetime(parameters, discountRate) {
      return discountedSurvival((k) => model.retentionRate(parameters, k - 1), discountRate);
    },

    discountedResidualLifetime(parameters, age, discountRate) {
      return model.retentionRate(parameters, age) * discountedSurvival((k) => model.retentionRate(parameters, age + k), discountRate);
    },
  };
  return model;
}
