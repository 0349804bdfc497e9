import type { PurchaseHistories } from './purchase-histories.js';

/** How much there is to learn from. */
export interface SampleSize {
  readonly customers: number;
  /** Days with a purchase over all customers, first ones included. */
  readonly purchaseDays: number;
}

export async function sampleSize(histories: PurchaseHistories): Promise<SampleSize> {
  let customers = 0;
  let purchaseDays = 0;
  for await (const chunk of histories.read()) {
    for (const { days } of chunk) {
      if (days.length > 0) customers += 1;
      purchaseDays += days.length;
    }
  }
  return { customers, purchaseDays };
}
