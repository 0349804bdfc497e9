import { type PurchaseDays, packPurchaseDays } from '@tenure/models';

/** This many customers locate a line to a hundredth; more would only take longer. */
const mostCustomers = 40_000;

/** Every n-th customer with a purchase, n a power of two. The same customers in the same order give the same sample. */
export class DaySample {
  #kept: ArrayLike<number>[] = [];
  #every = 1;
  #seen = 0;

  add(days: ArrayLike<number>): void {
    if (this.#seen % this.#every === 0) this.#kept.push(days);
    this.#seen += 1;
    if (this.#kept.length <= mostCustomers) return;
    this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
    this.#every *= 2;
  }

  pack(): PurchaseDays {
    return packPurchaseDays(this.#kept);
  }
}
