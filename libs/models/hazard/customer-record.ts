/**
 * What one customer did, by day, as far as it may tell whether they stay. Whole days since 1970, in one time zone. A feature about a day
 * reads what lies on it or before it, and nothing later.
 */
export interface CustomerRecord {
  /** Days with a purchase, ascending, each once, at least one. */
  readonly purchases: ArrayLike<number>;
  /** The day of each visit, ascending. */
  readonly visits: ArrayLike<number>;
  /** Ascending by the day they were logged on. */
  readonly complaints: readonly ComplaintRecord[];
  /** Ascending. */
  readonly satisfaction: readonly SatisfactionAnswer[];
  /** The days on which a subscription was lowered in price or quantity, ascending. */
  readonly downgrades: ArrayLike<number>;
}

export interface ComplaintRecord {
  readonly logged: number;
  /** Resolutions and reopenings, ascending by day, those of one day in the order in which they happened. */
  readonly steps: readonly ComplaintStep[];
}

export interface ComplaintStep {
  readonly day: number;
  readonly step: 'resolved' | 'reopened';
}

export interface SatisfactionAnswer {
  readonly day: number;
  /** 0 for the worst answer of its scale, 1 for the best. */
  readonly share: number;
}
