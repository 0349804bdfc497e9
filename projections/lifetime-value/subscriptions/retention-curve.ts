import { type Fit, ParameterDraws, type RetentionModel } from '@tenure/models';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { type RenewalInterval, renewalInterval } from '../../recurring-revenue/renewals.js';
import { observedStays } from '../../recurring-revenue/stay-cells.js';
import { keptCurve } from './kept-curves.js';

/** How long customers with one interval stay. */
export interface RetentionCurve {
  readonly interval: RenewalInterval;
  readonly model: RetentionModel;
  readonly fit: Fit;
  readonly draws: ParameterDraws;
  /** Why this model: a sentence. */
  readonly why: string;
  /** For whom a renewal could have come, and how many of them have left. */
  readonly customers: number;
  readonly ended: number;
}

/** Ten endings for each of the two parameters of the smaller model: below that they are biased (Peduzzi et al. 1996). */
const leastEnded = 20;

/**
 * The better of sBG and BdW by AIC (decision 57), fitted on the stays of customers with an interval, as known now, over the renewals that could have
 * come by a day; or a sentence that says why there is none. `interval`: ISO 8601.
 */
export async function retentionCurve(snapshot: ReadSnapshot, view: View, interval: string, day: number): Promise<RetentionCurve | string> {
  const renewals = renewalInterval(interval);
  if (renewals === null) return `Renewals are counted in days: a subscription that is paid every ${interval} has no value of its own.`;
  const { cohorts, customers, ended } = await observedStays(snapshot, view, renewals, day);
  if (ended < leastEnded) {
    return `How long customers stay is learned from ${leastEnded} who have left, of those who pay every ${interval}; there are ${ended} among ${customers} for whom a renewal could have come.`;
  }
  const { curve, reason } = keptCurve(cohorts);
  if (curve === null) return reason;
  const { model, fit, why } = curve;
  return { interval: renewals, model, fit, draws: ParameterDraws.of(fit, model.parameterNames, 0)!, why, customers, ended }; // a curve has a covariance
}
