import type { Fit, FitOptions, Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import type { PurchaseGroups, PurchaseHistory } from './statistics.js';

export type PurchaseModelName = 'nbd' | 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd' | 'bg-cnbd-k' | 'mbg-cnbd-k';

/**
 * A model of when customers buy and whether they have left. Every time (history, horizon, t) is in the unit of the fit.
 * Errors: `ModelError` with `invalid-input` for an impossible history or horizon, `not-finite` for parameters that
 * give no number; no function returns NaN.
 */
export interface PurchaseModel {
  readonly name: PurchaseModelName;
  /** Those of the covariance of a fit, in its order. A fit may have a further one, k, which is a whole number. */
  readonly parameterNames: readonly string[];
  /** Maximum likelihood. `too-little-data` when too few customers bought again. */
  fit(groups: PurchaseGroups, options?: FitOptions): Fit;
  /** P(the customer has not left for good by the end of observation). */
  probabilityAlive(parameters: Parameters, history: PurchaseHistory): number;
  /** Expected number of purchase days in (T, T + horizon]. */
  expectedPurchases(parameters: Parameters, history: PurchaseHistory, horizon: number): number;
  /**
   * Expected purchase days after T without end, each discounted at `discountRate` (above zero) a period from the end of
   * its period: the limit of `discountedExpectedPurchases` for many periods.
   */
  discountedResidualPurchases(parameters: Parameters, history: PurchaseHistory, periodLength: number, discountRate: number): number;
  /** P(no purchase in (T, T + horizon]); `horizon` > 0. */
  probabilityNoPurchase(parameters: Parameters, history: PurchaseHistory, horizon: number): number;
  /** ln(p / (1 - p)) of the same, exact where p rounds to 0 or 1. */
  noPurchaseLogOdds(parameters: Parameters, history: PurchaseHistory, horizon: number): number;
  /** Expected repeat purchases in the first `t` of a customer about whom nothing is known. */
  expectedPurchasesNewCustomer(parameters: Parameters, t: number): number;
  /** P(exactly `n` repeat purchases in the first `t`). */
  probabilityOfCount(parameters: Parameters, n: number, t: number): number;
}

export function requireHistory({ x, tx, T }: PurchaseHistory): void {
  if (!(x >= 0 && tx >= 0 && tx <= T && T < Infinity && (x > 0 || tx === 0))) {
    throw new ModelError(
      'invalid-input',
      `Not a purchase history: x ${x}, tx ${tx}, T ${T}.`,
      'Build it with purchaseStatistics and historyInUnit: 0 <= tx <= T, and tx = 0 when x = 0.',
    );
  }
}

export function requireTime(time: number, least: 'zero' | 'more'): void {
  if (!(time >= 0 && time < Infinity) || (least === 'more' && time === 0)) {
    throw new ModelError(
      'invalid-input',
      `${time} is no time ahead.`,
      `Give a finite time ${least === 'more' ? 'above' : 'of at least'} zero in the unit of the fit.`,
    );
  }
}

export function requireCount(n: number): void {
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new ModelError('invalid-input', `${n} is no count.`, 'Give 0, 1, 2, ...');
}

/** Refuses NaN, the only number that a model never returns; it results from a missing or impossible parameter. */
export function requireNumber(value: number, parameters: Parameters): number {
  if (Number.isNaN(value)) {
    throw new ModelError(
      'not-finite',
      `No number comes out for the parameters ${JSON.stringify(parameters)}.`,
      'Take the parameters of a converged fit of the same model: all present, positive and finite.',
    );
  }
  return value;
}
