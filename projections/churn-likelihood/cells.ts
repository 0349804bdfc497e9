import { cellKey, letterOf, whole } from '../shared/cells/cell-key.js';

/** Added-up facts of the customers who first bought in one month. */
export interface MonthFacts {
  customers: number;
  /** From the first of the month to the first purchase. */
  days: number;
  repeatPurchaseDays: number;
  repeaters: number;
  /** From the first purchase of repeaters to their last, in days. */
  span: number;
}

const fact = letterOf<keyof MonthFacts>({ customers: 'n', days: 'd', repeatPurchaseDays: 'x', repeaters: 'r', span: 't' });

/** `f324.n`: a fact of the customers who first bought in month 324 since January 1970. */
export const firstMonthCell = cellKey('f', whole, '.', fact);
