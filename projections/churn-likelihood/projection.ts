import type { Projection } from '@tenure/projecting';
import type { CellAmount } from '@tenure/read-store';
import { dayOfTime, firstDayOfMonth, monthOfDay } from '@tenure/time';
import { type CountedNumbers, countNumber } from '../shared/counted/counted-numbers.js';
import { type Closings, countClosing } from '../shared/last-write/closing.js';
import { eachPurchaseChange } from '../shared/occurrences/counted-purchases.js';
import { latestDayCells } from '../shared/scoring/latest-day.js';

export interface ChurnDocument {
  /** UTC days with a purchase, since 1970, ascending, each once: what the models of purchases are fitted on and score. */
  d: CountedNumbers[0];
  /** Further purchases of those days (see `CountedNumbers`): when one is taken back, the day of another stays. */
  f: CountedNumbers[1];
  c: Closings;
}

/**
 * Cells: the latest day (see `latestDayCells`), and per month of first purchase what the typical customer is made of:
 * `f324.n` customers, `.d` first days within the month, `.x` repeat days, `.r` customers with one, `.t` their days from
 * first to last purchase.
 */
export const churnProjection: Projection<ChurnDocument> = {
  name: 'churn-likelihood',
  version: 2,
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
    cells.push([`f${month}.n`, 1]);
    if (first > firstDayOfMonth(month)) cells.push([`f${month}.d`, first - firstDayOfMonth(month)]);
    if (days.length > 1) cells.push([`f${month}.x`, days.length - 1], [`f${month}.r`, 1], [`f${month}.t`, last - first]);
    return cells;
  },
};
