/** What is kept of one model. */
export interface ModelFitsDocument {
  readonly model: string;
  /** In the order they were recorded. */
  fits: StoredFit[];
  /** Which fit is promoted, in each currency in which one is; null: of a model that knows no money. */
  promoted: StoredPromotion[];
}

export interface StoredFit {
  /** On the stream of the model. */
  readonly revision: number;
  readonly position: string;
  /** Epoch milliseconds, as it was recorded. */
  readonly fittedAt: number;
  readonly currency: string | null;
  readonly trainedTo: string;
  readonly customers: number;
  /** Nothing can be scored with it, whoever promotes it. */
  readonly unusable?: true;
  /** On an earlier day, in another unit or on some customers: in force only once it is promoted. */
  readonly tried?: true;
}

export interface StoredPromotion {
  readonly currency: string | null;
  /** Of the fit. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly promotedAt: number;
}
