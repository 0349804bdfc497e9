/** What the models learn from: one customer's days with a purchase and what was spent on each, refunds netted. */
export interface CustomerPurchases {
  /** Whole days since the epoch (UTC), ascending, distinct. */
  readonly days: ArrayLike<number>;
  /** Minor units of the fitted currency spent on each of those days; 0 on days without a purchase in it. */
  readonly minor: ArrayLike<number>;
}

/** The customers' histories, from wherever they are kept, in chunks. Can be read more than once. */
export interface PurchaseHistories {
  read(): AsyncIterable<Iterable<CustomerPurchases>>;
}
