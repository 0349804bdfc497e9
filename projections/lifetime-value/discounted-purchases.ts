import { discountedExpectedPurchases, type Parameters, type PurchaseHistory } from '@tenure/models';
import type { PurchaseFit } from '../shared/scoring/purchase-fit.js';

const daysPerYear = 365;
const daysPerMonth = daysPerYear / 12;

/**
 * Discounted purchase days within a horizon, for many customers. In every available purchase model the future purchases of a
 * customer who has not left depend on x and T only, not on the last purchase; so they are computed once per (x, T) and
 * multiplied by each customer's own P(alive). A million customers have some ten thousand such pairs.
 */
export class DiscountedPurchases {
  readonly #givenAlive = new Map<number, number>();
  readonly #discounting: { periods: number; periodLength: number; discountRatePerPeriod: number };

  /**
   * `horizonDays`: Infinity for an unlimited horizon. `discountRate`: per year. Purchases are discounted from the end of their month
   * (a twelfth of 365 days).
   */
  constructor(
    private readonly purchaseFit: PurchaseFit,
    horizonDays: number,
    discountRate: number,
  ) {
    const periods = Math.max(1, Math.round(horizonDays / daysPerMonth));
    const days = periods === Infinity ? daysPerMonth : horizonDays / periods;
    this.#discounting = {
      periods,
      periodLength: days / purchaseFit.daysPerUnit,
      discountRatePerPeriod: (1 + discountRate) ** (days / daysPerYear) - 1,
    };
  }

  /** Of a customer who has surely not left. */
  whileAlive(history: PurchaseHistory): number {
    const key = history.x * 2 ** 32 + history.T * this.purchaseFit.daysPerUnit;
    let given = this.#givenAlive.get(key);
    if (given === undefined) {
      given = this.whileAliveAt(this.purchaseFit.fit.parameters, history);
      this.#givenAlive.set(key, given);
    }
    return given;
  }

  /** The same at any parameters of the model: computed for a customer who bought just now, or never again after the first time: then P(alive) is as large as it gets. */
  whileAliveAt(parameters: Parameters, { x, T }: PurchaseHistory): number {
    const { model } = this.purchaseFit;
    const history = { x, tx: x === 0 ? 0 : T, T };
    return discountedExpectedPurchases(model, parameters, history, this.#discounting) / model.probabilityAlive(parameters, history);
  }
}
