import type { Parameters } from '../fit.js';
import { ModelError } from '../model-error.js';
import { DistinctKeys } from '../numerics/distinct-keys.js';
import { levelsOf } from './grouped-likelihood.js';
import type { PurchaseModel } from './purchase-model.js';

/**
 * Log-odds of no purchase in (T, T+t] from the log-odds of having left and the log-probabilities that a customer who
 * has not left stays silent, `logSilent` < 0, or buys. With P = P(left) + P(alive) silent the odds are
 * (e^D + silent) / buys: neither tail loses digits, as 1 - P(alive) (1 - silent) would.
 */
export function noPurchaseLogOdds(logOddsLeft: number, logSilent: number, logBuys = Math.log(-Math.expm1(logSilent))): number {
  const upper = Math.max(logOddsLeft, logSilent);
  const lower = Math.min(logOddsLeft, logSilent);
  return upper + Math.log1p(Math.exp(lower - upper)) - logBuys;
}

export const probabilityOfLogOdds = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Histories of many customers: arrays of equal length, in the unit of the fit. */
export interface HistoryColumns {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly T: ArrayLike<number>;
}

/** P(no purchase in (T, T + horizon]) for each customer, written to `out` if given; computed once for equal histories. */
export function noPurchaseProbabilities(
  model: PurchaseModel,
  parameters: Parameters,
  histories: HistoryColumns,
  horizon: number,
  out: Float64Array = new Float64Array(histories.x.length),
): Float64Array {
  const { x, tx, T } = histories;
  if (tx.length !== x.length || T.length !== x.length || out.length < x.length) {
    throw new ModelError('invalid-input', 'The columns x, tx and T differ in length, or the output is too short.', 'Give one entry per customer in each.');
  }
  const frequencies = levelsOf(x),
    recencies = levelsOf(tx),
    ages = levelsOf(T);
  const distinct = new DistinctKeys();
  const probabilities: number[] = [];
  for (let i = 0; i < x.length; i += 1) {
    const key = (frequencies.of[i]! * recencies.values.length + recencies.of[i]!) * ages.values.length + ages.of[i]!;
    const history = distinct.numberOf(key);
    if (history === probabilities.length) probabilities.push(model.probabilityNoPurchase(parameters, { x: x[i]!, tx: tx[i]!, T: T[i]! }, horizon));
    out[i] = probabilities[history]!;
  }
  return out;
}
