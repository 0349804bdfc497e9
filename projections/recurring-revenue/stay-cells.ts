import type { CohortSurvivors } from '@tenure/models';
import type { CellAmount, ReadSnapshot, View } from '@tenure/read-store';
import { cellKey, whole } from '../shared/cells/cell-key.js';
import { cellsOf } from '../shared/cells/cells-of.js';
import { utcDayOf } from '../shared/occurrences/occurrences.js';
import type { RecurringRevenueDocument } from './document.js';
import { type RenewalInterval, renewalDay, renewalInterval, renewalsBy } from './renewals.js';
import { stayBy } from './stay.js';

/** `s1.0.20463.3`: customers with an interval of 1 month and 0 days who came on day 20463 and left instead of renewing the third time; 0: they have not left. */
const stayCells = cellKey('s', whole, '.', whole, '.', whole, '.', whole);

/** Renewals of a stay that are counted; later ones are not looked at. */
const mostRenewals = 1_200;

/** The stay of a customer by all that is known, days in UTC: a fit is made of the sums, without reading any document. */
export function stayCellsOf(document: RecurringRevenueDocument): CellAmount[] {
  const stay = stayBy(document, utcDayOf, Infinity);
  if (stay === null) return [];
  const interval = renewalInterval(stay.interval);
  if (interval === null) return [];
  const { start, end } = stay;
  return [[stayCells.of(interval.months, interval.days, start, end === null ? 0 : notRenewed(start, interval, end)), 1]];
}

/** Which renewal an end came instead of: the first one on its day or later. An end on the first day comes instead of the first. */
function notRenewed(start: number, interval: RenewalInterval, end: number): number {
  const before = renewalsBy(start, interval, end);
  return before > 0 && renewalDay(start, interval, before) === end ? before : before + 1;
}

/** Customers with one interval, in cohorts by how many renewals could have come by a day. */
export interface ObservedStays {
  readonly cohorts: readonly CohortSurvivors[];
  readonly customers: number;
  readonly ended: number;
}

/**
 * Of customers for whom a renewal could have come by the end of a day, how many renewed 0, 1, 2, ... times. An end counts once the renewal has
 * come that it came instead of: until then those who go on are not known to renew either.
 */
export async function observedStays(snapshot: ReadSnapshot, view: View, { months, days }: RenewalInterval, day: number): Promise<ObservedStays> {
  const left = new Map<number, number[]>();
  let [customers, ended] = [0, 0];
  for (const [[, , start, renewal], amount] of await cellsOf(snapshot, view, stayCells, `${stayCells.prefix}${months}.${days}.`)) {
    const observed = Math.min(mostRenewals, renewalsBy(start, { months, days }, day));
    if (observed === 0) continue;
    let counts = left.get(observed);
    if (counts === undefined) {
      counts = new Array<number>(observed + 1).fill(0);
      left.set(observed, counts);
    }
    const isKnown = renewal > 0 && renewal <= observed;
    counts[isKnown ? renewal : 0]! += amount; // entry 0: those who are left
    customers += amount;
    if (isKnown) ended += amount;
  }
  return { cohorts: [...left.values()].map(survivorsOf), customers, ended };
}

/** `counts`: those who are left, then those who left instead of each renewal. */
function survivorsOf(counts: readonly number[]): CohortSurvivors {
  const alive = [counts.reduce((sum, count) => sum + count, 0)];
  for (let k = 1; k < counts.length; k += 1) alive.push(alive[k - 1]! - counts[k]!);
  return { alive };
}
