import type { ReadSnapshot, View } from '@tenure/read-store';
import { firstDayOfMonth } from '@tenure/time';
import type { DayRange } from '../shared/calendar/kept-calendar.js';
import { cellsOf } from '../shared/cells/cells-of.js';
import { utcDayOf } from '../shared/occurrences/occurrences.js';
import { allGroups } from '../shared/scoring/largest-groups.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import { boughtCells, lastBoughtCells } from './cells.js';
import { addToSlot, type Cohorts, type CountedCohorts, cohortOf, sumFromTheEnd } from './cohorts.js';
import type { KeptQuestion } from './question.js';

/** First and last UTC day of the months with a purchase, from the kept sums; null without a purchase. */
export async function knownDays(snapshot: ReadSnapshot, view: View): Promise<DayRange | null> {
  let first = Infinity;
  let last = -Infinity;
  for (const [[cohort, offset]] of await cellsOf(snapshot, view, lastBoughtCells.month)) {
    first = Math.min(first, cohort);
    last = Math.max(last, cohort + offset);
  }
  return last === -Infinity ? null : { first: firstDayOfMonth(first), last: firstDayOfMonth(last + 1) - 1 };
}

/** Answers without reading any document. */
export async function countFromSums(snapshot: ReadSnapshot, view: View, question: KeptQuestion): Promise<CountedCohorts> {
  const after = question.mode === 'on-or-after';
  const cohorts: Cohorts = new Map();
  let latest = -Infinity;
  const cells = (after ? lastBoughtCells : boughtCells)[question.granularity];
  for (const [[period, offset], amount] of await cellsOf(snapshot, view, cells)) {
    addToSlot(cohortOf(cohorts, period), offset, amount);
    latest = Math.max(latest, period + offset);
  }
  for (const cohort of cohorts.values()) {
    if (after) sumFromTheEnd(cohort.slots);
    cohort.size = cohort.slots[0] ?? 0; // every customer buys in the period of their cohort
  }
  return { groups: new Map([[null, cohorts]]), otherGroups: 0, shownAs: allGroups.shown, latest, latestDay: await latestFactDay(snapshot, view, utcDayOf) };
}
