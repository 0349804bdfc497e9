import type { Fit } from '../fit.js';
import { probabilityOfLogOdds } from './no-purchase.js';
import type { PurchaseModel } from './purchase-model.js';
import type { PurchaseHistory } from './statistics.js';

const step = 1e-5; // of a log-parameter; central differences are then exact to about 1e-10

/**
 * Standard error of the log-odds of no purchase in (T, T + horizon] due to the uncertainty of the parameters: delta
 * method. It does not cover a wrong model. Null when the fit has no covariance.
 */
export function noPurchaseError(
  model: PurchaseModel,
  { parameters, logCovariance }: Pick<Fit, 'parameters' | 'logCovariance'>,
  history: PurchaseHistory,
  horizon: number,
): number | null {
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
  return Math.sqrt(Math.max(0, variance));
}

const normal95 = 1.959963984540054;

/** The 95 % interval of a probability whose log-odds have a standard error: always within (0, 1). */
export function probabilityInterval(logOdds: number, error: number): { readonly low: number; readonly high: number } {
  return { low: probabilityOfLogOdds(logOdds - normal95 * error), high: probabilityOfLogOdds(logOdds + normal95 * error) };
}
