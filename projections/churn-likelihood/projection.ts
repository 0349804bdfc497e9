import { customerStreams, type Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { dayOfTime, firstDayOfMonth, monthOfDay } from '@tenure/time';
import { type CountedNumbers, countNumber } from '../shared/counted/counted-numbers.js';
import { type Closings, closingTypes, countClosing } from '../shared/last-write/closing.js';
import { eachPurchaseChange, purchaseTypes } from '../shared/occurrences/counted-purchases.js';
import { latestDayCells } from '../shared/scoring/latest-day.js';
import { firstMonthCell, type MonthFacts } from './cells.js';

export interface ChurnDocument {
  /** UTC days with a purchase, since 1970, ascending, each once: what the models of purchases are fitted on and score. */
  d: CountedNumbers[0];
  /** Further purchases of those days (see `CountedNumbers`): when one is taken back, the day of another stays. */
  f: CountedNumbers[1];
  c: Closings;
}

/**
 * Cells: the latest day (see `latestDayCells`), and per month of first purchase what the typical customer is made of.
 */
export const churnProjection: Projection<ChurnDocument> = {
  name: 'churn-likelihood',
  version: 3,
  of: customerStreams,
  // It answers about every customer, bought or not: the registration says that there is one.
  reads: ['CustomerRegistered', ...purchaseTypes, ...closingTypes],
  initial: () => ({ d: [], f: [], c: 0 }),

  evolve(document, event) {
    eachPurchaseChange(event, ({ at }, by) => countNumber([document.d, document.f], dayOfTime(at.occurredAt), by));
    document.c = countClosing(document.c, event);
    return document;
  },

  contributions({ d: days }) {
    if (days.length === 0) return [];
    const first = days[0]!;
    const last = days[days.length - 1]!;
    const month = monthOfDay(first);
    const cells: CellAmount[] = latestDayCells(last);
    const of = (fact: keyof MonthFacts): string => firstMonthCell.of(month, fact);
    cells.push([of('customers'), 1]);
    if (first > firstDayOfMonth(month)) cells.push([of('days'), first - firstDayOfMonth(month)]);
    if (days.length > 1) cells.push([of('repeatPurchaseDays'), days.length - 1], [of('repeaters'), 1], [of('span'), last - first]);
    return cells;
  },
};
