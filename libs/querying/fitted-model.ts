/** What `typicalBuyer` of the models says. */
export interface TypicalBuyer {
  readonly customers: number;
  readonly repeatPurchaseDays: number;
  readonly ageDays: number;
  readonly silence: number;
}

/** What `OutcomeCalibration` of the models says. */
export interface OutcomeCalibration {
  readonly horizon: number;
  readonly at: number;
  readonly customers: number;
  readonly baseRate: number;
  readonly line: {
    readonly intercept: number;
    readonly slope: number;
    readonly interceptError: number;
    readonly slopeError: number;
    readonly covariance: number;
  };
  readonly season: number | null;
  readonly spread: number | null;
}

export interface UntestedHorizon {
  /** Days. */
  readonly horizon: number;
  readonly notEnoughData: string;
}

/** One fit of a model, as its `ModelFitted` event carries it. */
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
  /** Last day of purchases that the fit has seen, `YYYY-MM-DD`. */
  readonly trainedTo: string;
  /** 2 k - 2 ln L; null where the likelihood has no bound. */
  readonly aic: number | null;
  readonly converged: boolean;
  readonly boundary: string | null;
  /** Of a spend model: the one that its parameters are in. */
  readonly currency: string | null;
  /** Who was fitted, as the request put it. */
  readonly population: string;
  /** The last day that the request allowed, null for all; not recorded before 0.2. */
  readonly until?: string | null;
  /** Days with a purchase (of a spend model: in its currency) that there were when it was fitted, of everybody. */
  readonly purchaseDays: number;
  /** Of all purchases and returns that there were (`PurchaseSample`). Fits of before 0.2 do not say it. */
  readonly checksum?: number;
  /** Of a spend model: of all repeat spend, the share of the one customer who spent most. Fits of before 0.2 do not say it. */
  readonly largestShare?: number;
  /** Of a model of purchases: the customer who still buys, to compare others with; null where nobody does. Fits of before 0.2 do not say it. */
  readonly typical?: TypicalBuyer | null;
  /** Of a model of purchases: how its likelihoods have to be moved to come true, by horizon, or why nothing is known of one. Fits of before 0.2 do not say it. */
  readonly calibrations?: ReadonlyArray<OutcomeCalibration | UntestedHorizon>;
  readonly fittedAt: string;
  readonly position: string;
}

export interface ModelShelf {
  /**
   * The fit in force at the moment the query looks at, or null when there is none: the promoted one, else the latest fit
   * on everything there was. `currency`: of a spend model.
   */
  inForce(model: string, currency?: string): Promise<FittedModel | null>;
  /** When the fit in force was promoted, milliseconds since 1970; null where none is and the latest is in force. `currency`: of a spend model. */
  promotedAt(model: string, currency?: string): Promise<number | null>;
  /** The currencies in which a spend model has a fit in force. */
  currencies(model: string): Promise<string[]>;
}
