import type { PurchaseFit } from '../shared/scoring/purchase-fit.js';
import { DiscountedPurchases } from './discounted-purchases.js';

/** Discounted purchases of one fit, once for each horizon and discount rate: the days of one answer may have different terms. */
export class DiscountedByTerms {
  readonly #made = new Map<string, DiscountedPurchases>();

  constructor(private readonly purchaseFit: PurchaseFit) {}

  /** `horizonDays`: Infinity for an unlimited horizon. `discountRate`: per year. */
  of(horizonDays: number, discountRate: number): DiscountedPurchases {
    const key = `${horizonDays} ${discountRate}`;
    let found = this.#made.get(key);
    if (found === undefined) {
      found = new DiscountedPurchases(this.purchaseFit, horizonDays, discountRate);
      this.#made.set(key, found);
    }
    return found;
  }
}
