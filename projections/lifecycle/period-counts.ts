import type { ReadSnapshot, View } from '@tenure/read-store';
import type { Calendar } from '../shared/calendar/calendar.js';
import type { DayRange } from '../shared/calendar/kept-calendar.js';
import { cellsOf } from '../shared/cells/cells-of.js';
import { occurrencesBy } from '../shared/occurrences/occurrence-days.js';
import { eachPeriod, lastDayIn } from '../shared/occurrences/occurrences.js';
import { type ActiveState, activeCells, purchaseCell } from './cells.js';
import type { LifecycleDocument } from './projection.js';

/** The number of customers in each active state in a period, and the number of their purchases. */
export interface PeriodCounts extends Record<ActiveState, number> {
  purchases: number;
}

export type CountsByPeriod = Map<number, PeriodCounts>;

/** `latestDay`: of the latest counted purchase, in the calendar's zone. */
export interface CountedPeriods {
  readonly counts: CountsByPeriod;
  readonly latestDay: number | null;
}

/** First and last UTC day with a purchase, from the kept sums; null without a purchase. */
export async function purchaseDays(snapshot: ReadSnapshot, view: View): Promise<DayRange | null> {
  let first = Infinity;
  let last = -Infinity;
  for (const [[day]] of await cellsOf(snapshot, view, purchaseCell)) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return last === -Infinity ? null : { first, last };
}

function countsOf(counts: CountsByPeriod, period: number): PeriodCounts {
  let held = counts.get(period);
  if (held === undefined) {
    held = { new: 0, returning: 0, resurrecting: 0, purchases: 0 };
    counts.set(period, held);
  }
  return held;
}

export async function countsFromSums(snapshot: ReadSnapshot, view: View, calendar: Calendar): Promise<CountsByPeriod> {
  const counts: CountsByPeriod = new Map();
  for (const [[state, period], amount] of await cellsOf(snapshot, view, activeCells[calendar.granularity])) countsOf(counts, period)[state] += amount;
  for (const [[day], amount] of await cellsOf(snapshot, view, purchaseCell)) countsOf(counts, calendar.periodOfDay(day)).purchases += amount;
  return counts;
}

/** `lastDay`: the last day whose purchases count. */
export async function countsFromScan(snapshot: ReadSnapshot, view: View, calendar: Calendar, lastDay: number): Promise<CountedPeriods> {
  const counts: CountsByPeriod = new Map();
  let latest = -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, all] of chunk as Array<[string, LifecycleDocument]>) {
      const purchases = occurrencesBy(all, calendar.dayOf, lastDay);
      countCustomer(counts, purchases, calendar);
      latest = Math.max(latest, lastDayIn(purchases, calendar.dayOf));
    }
  }
  return { counts, latestDay: latest === -Infinity ? null : latest };
}

function countCustomer(counts: CountsByPeriod, purchases: LifecycleDocument, calendar: Calendar): void {
  let last = NaN;
  eachPeriod(purchases, calendar.periodOf, calendar.periodOfDay, (period, count) => {
    const held = countsOf(counts, period);
    if (last === period - 1) held.returning += 1;
    else if (last < period) held.resurrecting += 1;
    else held.new += 1;
    held.purchases += count;
    last = period;
  });
}
