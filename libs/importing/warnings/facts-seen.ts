import type { MoneyAmount } from '@tenure/customer';
import type { TimeValue } from '../fields/dates/cell-time.js';

/** Statistics of all facts that show whether they can be meant so. */
export class FactsSeen {
  before1970 = 0;
  /** The customer with the most facts. */
  largest: { readonly customerId: string; readonly facts: number } | null = null;
  /** Facts by the sign of their contribution to the sum. */
  readonly signs = { positive: 0, zero: 0, negative: 0 };

  /** Customers who are registered with another date than in the file, and one of them as an example. */
  otherDates: { readonly rows: number; readonly example: string } | null = null;

  noteOtherDate(customerId: string): void {
    const { rows, example } = this.otherDates ?? { rows: 0, example: customerId };
    this.otherDates = { rows: rows + 1, example };
  }

  /** `ofCustomer`: how many facts the customer has so far. */
  see(customerId: string, ofCustomer: number, occurredAt: TimeValue | undefined, amounts: readonly MoneyAmount[]): void {
    if (occurredAt !== undefined && occurredAt.epoch < 0) this.before1970 += 1;
    if (ofCustomer > (this.largest?.facts ?? 0)) this.largest = { customerId, facts: ofCustomer };
    const [amount] = amounts;
    if (!amount) return;
    if (amount.minor > 0) this.signs.positive += 1;
    else if (amount.minor < 0) this.signs.negative += 1;
    else this.signs.zero += 1;
  }
}
