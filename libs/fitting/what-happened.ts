import { type PurchaseDays, type PurchaseStatistics, packPurchaseDays, purchaseStatistics, type RepeatSpend, repeatSpendUpTo } from '@tenure/models';
import { EveryNth } from './every-nth.js';
import { mostCustomersOfLines } from './outcome-calibrations.js';
import type { PurchaseHistories } from './purchase-histories.js';

/** One customer who had bought by the day of a back-test. */
export interface TestedCustomer {
  /** What was known on that day. */
  readonly known: PurchaseStatistics;
  readonly repeatSpend: RepeatSpend;
  /** Share of the purchase days by then with a purchase in the currency. */
  readonly share: number;
  /** Purchase days in the year before. */
  readonly lastYear: number;
  /** Purchase days within the horizon. */
  readonly came: number;
  /** Spent on these days in the currency, in minor units. */
  readonly spent: number;
}

const daysPerYear = 365;

/** Customers, and for a sample of them the purchase days known on the day. */
export interface WhatHappened {
  readonly customers: readonly TestedCustomer[];
  readonly knownDays: PurchaseDays;
}

/** What was known about each customer on a day (since 1970), and what came in the `length` days after it. Returns count up to the end of each period. */
export async function whatHappened(histories: PurchaseHistories, from: number, length: number): Promise<WhatHappened> {
  const sampled = new EveryNth<ArrayLike<number>>(mostCustomersOfLines);
  const customers: Omit<TestedCustomer, 'came' | 'spent'>[] = [];
  for await (const chunk of histories.read(from)) {
    for (const purchases of chunk) {
      const known = purchases.days.length === 0 ? null : purchaseStatistics(purchases.days, from);
      if (known === null) continue;
      sampled.add(purchases.days);
      customers.push({
        known,
        repeatSpend: repeatSpendUpTo(purchases, from),
        share: purchases.spendDays.length / purchases.days.length,
        lastYear: countAfter(purchases.days, from - daysPerYear),
      });
    }
  }
  // The same customers in the same order, as known at the end.
  const after: Pick<TestedCustomer, 'came' | 'spent'>[] = [];
  for await (const chunk of histories.read(from + length)) {
    for (const { days, spendDays, minor } of chunk) {
      if (days.length === 0 || days[0]! > from) continue;
      let spent = 0;
      for (let i = spendDays.length - 1; i >= 0 && spendDays[i]! > from; i -= 1) spent += minor[i]!;
      after.push({ came: countAfter(days, from), spent });
    }
  }
  return { customers: customers.map((one, i) => ({ ...one, ...after[i]! })), knownDays: packPurchaseDays(sampled.kept) };
}

/** How many of the ascending days come after one. */
function countAfter(days: ArrayLike<number>, after: number): number {
  let count = 0;
  while (count < days.length && days[days.length - 1 - count]! > after) count += 1;
  return count;
}
