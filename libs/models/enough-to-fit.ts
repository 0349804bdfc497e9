/**
 * Below this, parameters say more about chance than about customers (Simon & Adler, 2021): models are fitted by
 * themselves from here on, and an answer without a model says how much of this is there.
 */
export const enoughToFit = { customers: 200, repeatPurchaseDays: 200 } as const;

/** How much there is to learn from. */
export interface SampleSize {
  /** Customers with a purchase. */
  readonly customers: number;
  /** Days with a purchase over all customers, first ones included. */
  readonly purchaseDays: number;
  /** Of these, days after a customer's first purchase day. */
  readonly repeatPurchaseDays: number;
}

/** How much there is to fit on: of purchases in all, and of spend in each currency. */
export interface PurchaseSample extends SampleSize {
  /** A sum over what every purchase and return says: another one where anything was recorded, corrected or taken back. */
  readonly checksum: number;
  /** The currency of most customers first. */
  readonly currencies: ReadonlyArray<SampleSize & { readonly currency: string }>;
}

export function isEnoughToFit({ customers, repeatPurchaseDays }: Pick<SampleSize, 'customers' | 'repeatPurchaseDays'>): boolean {
  return customers >= enoughToFit.customers && repeatPurchaseDays >= enoughToFit.repeatPurchaseDays;
}
