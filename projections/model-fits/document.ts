/** What is stored about one model. */
export interface ModelFitsDocument {
  readonly model: string;
  /** In the order they were recorded. */
  fits: StoredFit[];
  /** The promoted fit of each currency that has one; null: of a model without money. */
  promoted: StoredPromotion[];
}

export interface StoredFit {
  /** Revision on the stream of the model. */
  readonly revision: number;
  readonly position: string;
  /** Epoch milliseconds, as it was recorded. */
  readonly fittedAt: number;
  readonly currency: string | null;
  readonly trainedTo: string;
  readonly customers: number;
  /** Nothing can be scored with it, even if it is promoted. */
  readonly unusable?: true;
  /** A fit on an earlier day, in another unit or on some customers: in force only once it is promoted. */
  readonly tried?: true;
}

export interface StoredPromotion {
  readonly currency: string | null;
  /** Revision of the fit. */
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly promotedAt: number;
}
