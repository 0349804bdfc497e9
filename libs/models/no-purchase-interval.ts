import type { Fit } from './fit.js';
import { probabilityOfLogOdds } from './no-purchase.js';
import type { PurchaseModel } from './purchase-model.js';
import type { PurchaseHistory } from './statistics.js';

export interface ProbabilityInterval {
  readonly probability: number;
  readonly lower: number;
  readonly upper: number;
}

const step = 1e-5; // of a log-parameter; central differences are then exact to about 1e-10

/**
 * P(no purchase in (T, T + horizon]) with the interval that the uncertainty of the parameters leaves: delta method on
 * the logit, so that it stays within (0, 1). It does not cover the model being wrong. `z` = 1.96 gives 95 %.
 * Null when the fit has no covariance.
 */
export function noPurchaseInterval(
  model: PurchaseModel,
  fit: Pick<Fit, 'parameters' | 'logCovariance'>,
  history: PurchaseHistory,
  horizon: number,
  z = 1.959963984540054,
): ProbabilityInterval | null {
  const { parameters, logCovariance } = fit;
  if (logCovariance === null) return null;
  const slope = model.parameterNames.map((name) => {
    const at = (factor: number) => model.noPurchaseLogOdds({ ...parameters, [name]: parameters[name]! * factor }, history, horizon);
    return (at(Math.exp(step)) - at(Math.exp(-step))) / (2 * step);
  });
  let variance = 0;
  logCovariance.forEach((row, i) => {
    row.forEach((entry, j) => {
      variance += slope[i]! * entry * slope[j]!;
    });
  });
  const logOdds = model.noPurchaseLogOdds(parameters, history, horizon);
  const reach = z * Math.sqrt(Math.max(0, variance));
  return {
    probability: probabilityOfLogOdds(logOdds),
    lower: probabilityOfLogOdds(logOdds - reach),
    upper: probabilityOfLogOdds(logOdds + reach),
  };
}
