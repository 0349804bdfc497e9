import type { MoneyTotal } from '@tenure/customer';
import { moneyOf } from '../shared/money/money.js';

/** Customers and their value; the mean of an empty class is null. */
export interface ValueClass {
  readonly customers: number;
  readonly meanValue: MoneyTotal | null;
  readonly totalValue: MoneyTotal;
}

/** The running sums of the same, in major units. */
export interface ValueSum {
  customers: number;
  value: number;
}

export function valueClass({ customers, value }: ValueSum, currency: string): ValueClass {
  return { customers, meanValue: customers === 0 ? null : moneyOf(value / customers, currency), totalValue: moneyOf(value, currency) };
}
