import type { HazardHorizon, OutcomeCalibration, TypicalBuyer } from '@tenure/models';

/** A horizon for which outcomes say nothing yet, and why. */
export interface UntestedHorizon {
  /** Days. */
  readonly horizon: number;
  readonly notEnoughData: string;
}

/** One fit of a model, as in its `ModelFitted` event. */
export interface FittedModel {
  readonly model: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly standardErrors: Readonly<Record<string, number>> | null;
  readonly logCovariance: readonly (readonly number[])[] | null;
  /** Null where it has no bound (see `boundary`). */
  readonly logLikelihood: number | null;
  readonly customers: number;
  readonly transactions: number;
  readonly timeUnit: 'day' | 'week' | 'month' | null;
  /** Last day of purchases that the fit covers, `YYYY-MM-DD`. */
  readonly trainedTo: string;
  /** 2 k - 2 ln L; null where the likelihood has no bound. */
  readonly aic: number | null;
  readonly converged: boolean;
  readonly boundary: string | null;
  /** For a spend model: the currency of its parameters. */
  readonly currency: string | null;
  /** The fitted customers, as in the request. */
  readonly population: string;
  /** The last day that the request allowed, null for all; not recorded before 0.2. */
  readonly until?: string | null;
  /** Days with a purchase (for a spend model: in its currency) over all customers, at the time of the fit. */
  readonly purchaseDays: number;
  /** Checksum of all purchases and returns at that time (`PurchaseSample`). Absent in fits from before 0.2. */
  readonly checksum?: number;
  /** For a spend model: the share of all repeat spend that comes from the one customer who spent most. Absent in fits from before 0.2. */
  readonly largestShare?: number;
  /** For a model of purchases: the customer who still buys, for comparison; null where nobody does. Absent in fits from before 0.2. */
  readonly typical?: TypicalBuyer | null;
  /** For a model of purchases: how to adjust its likelihoods so that they come true, by horizon, or why that is unknown. Absent in fits from before 0.2. */
  readonly calibrations?: ReadonlyArray<OutcomeCalibration | UntestedHorizon>;
  /** For the hazard model: what it has learnt, by horizon, or why nothing. */
  readonly hazard?: ReadonlyArray<HazardHorizon | UntestedHorizon>;
  readonly fittedAt: string;
  readonly position: string;
}

export interface ModelShelf {
  /**
   * The fit in force at the moment that the query looks at, or null without one: the promoted fit, otherwise the latest fit
   * on all data. `currency`: for a spend model.
   */
  inForce(model: string, currency?: string): Promise<FittedModel | null>;
  /** When the fit in force was promoted, milliseconds since 1970; null where no fit is promoted and the latest is in force. `currency`: for a spend model. */
  promotedAt(model: string, currency?: string): Promise<number | null>;
  /** The currencies in which a spend model has a fit in force. */
  currencies(model: string): Promise<string[]>;
}
