import type { Parameters } from '../fit.js';
import type { OutcomeCalibration } from '../outcomes/outcome-calibration.js';
import type { PurchaseModelName } from '../purchases/purchase-model.js';
import type { TimeUnit } from '../purchases/statistics.js';
import type { RenewalCurves } from './renewal-curves.js';
import type { HazardFeature } from './terms.js';

/**
 * What the hazard model has learnt for one horizon: ln-odds that a customer does not buy within it = intercept + sum of coefficient x
 * term, then moved by the newest outcomes as those of any model. Plain data, as it is recorded.
 */
export interface HazardHorizon extends OutcomeCalibration {
  /** How many days' outcomes it was learnt from. */
  readonly days: number;
  readonly iterations: number;
  readonly gradientNorm: number;
  readonly intercept: number;
  readonly terms: readonly HazardTerm[];
  /** Covariance of the intercept and of the coefficients that are not 0, in their order: the lower triangle, row by row. */
  readonly covariance: readonly number[];
  readonly curves: RenewalCurves;
  readonly purchases: { readonly model: PurchaseModelName; readonly parameters: Parameters; readonly unit: TimeUnit } | null;
  readonly typical: TypicalRecord | null;
  readonly evaluation: HazardEvaluation | null;
}

export interface HazardTerm {
  readonly name: string;
  readonly coefficient: number;
  readonly standardError: number;
}

/** Medians over the customers who came back and were silent for at most three times their usual gap on the day of the fit. */
export interface TypicalRecord {
  readonly customers: number;
  /** In the order of the terms. */
  readonly terms: readonly number[];
  /** What a reader is told of each feature; null where most have none. */
  readonly values: Readonly<Record<HazardFeature, number | null>>;
}

/** How well likelihoods learnt a horizon earlier told what has become known since, beside those of the model of purchases, moved likewise. */
export interface HazardEvaluation {
  /** The last day scored, since 1970, and how many days, a month apart. */
  readonly at: number;
  readonly days: number;
  /** Over all days. */
  readonly customers: number;
  readonly hazard: Told;
  /** MBG/NBD, or NBD where it does not converge; where neither could be fitted, or did not rank, the share of the earlier day. */
  readonly purchases: Told;
}

export interface Told {
  readonly auc: number | null;
  readonly brier: number;
  readonly logLoss: number;
}
