import { seenBy } from '../numerics/seen-by.js';
import { daysPerUnit, type GapSums, type TimeUnit } from './statistics.js';

/** Adds up the gaps of customers. */
export class PurchaseGaps {
  #gaps = 0;
  #logs = 0;
  #pairs = 0;
  #squares = 0;

  /** `purchaseDays` as in `purchaseStatistics`; later ones than `observationEndDay` are ignored. */
  add(purchaseDays: ArrayLike<number>, observationEndDay: number): void {
    const seen = seenBy(purchaseDays, observationEndDay);
    for (let i = 1; i < seen; i += 1) this.#logs += Math.log(purchaseDays[i]! - purchaseDays[i - 1]!);
    this.#gaps += Math.max(0, seen - 1);
    if (seen < 3) return;
    const share = (purchaseDays[1]! - purchaseDays[0]!) / (purchaseDays[2]! - purchaseDays[0]!);
    this.#pairs += 1;
    this.#squares += (share - 0.5) ** 2;
  }

  /**
   * Wheat & Morrison (1990), "Estimating Purchase Regularity with Two Interpurchase Times", J. of Marketing Research 27(1): the
   * share of the first gap in the first two is beta(k, k) whatever the customer's rate, of variance 1 / (4 (2k + 1)). It is not
   * changed by what ends the observation either, as this depends on the sum of both.
   */
  sums(unit: TimeUnit): GapSums {
    const variance = this.#squares / this.#pairs;
    const regularity = this.#pairs === 0 ? null : (1 - 4 * variance) / (8 * variance);
    return { logs: this.#logs - this.#gaps * Math.log(daysPerUnit[unit]), regularity };
  }
}
