/**
 * With less data, parameters reflect chance more than customers (Simon & Adler, 2021): models are fitted automatically from
 * here on, and an answer without a model says how much data there is.
 */
export const enoughToFit = { customers: 200, repeatPurchaseDays: 200 } as const;

/** The amount of data to learn from. */
export interface SampleSize {
  /** Customers with a purchase. */
  readonly customers: number;
  /** Days with a purchase over all customers, first ones included. */
  readonly purchaseDays: number;
  /** The number of them after a customer's first purchase day. */
  readonly repeatPurchaseDays: number;
}

/** The amount of data to fit on: of purchases in total, and of spend in each currency. */
export interface PurchaseSample extends SampleSize {
  /** A sum over the content of every purchase and return: it changes with anything recorded, corrected or taken back. */
  readonly checksum: number;
  /** The currency with most customers first. */
  readonly currencies: ReadonlyArray<SampleSize & { readonly currency: string }>;
}

/** What all models learn from. */
export interface LearningSample extends PurchaseSample {
  /** A checksum of visits, complaints, answers and subscriptions, for the hazard model. */
  readonly signals: number;
}

export function isEnoughToFit({ customers, repeatPurchaseDays }: Pick<SampleSize, 'customers' | 'repeatPurchaseDays'>): boolean {
  return customers >= enoughToFit.customers && repeatPurchaseDays >= enoughToFit.repeatPurchaseDays;
}
