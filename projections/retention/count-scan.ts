import type { ReadSnapshot, View } from '@tenure/read-store';
import { dayOfTime, firstDayOfMonth, monthOfDay } from '@tenure/time';
import type { Calendar } from '../shared/calendar/calendar.js';
import type { DayRange } from '../shared/calendar/kept-calendar.js';
import { lastKnownDay } from '../shared/calendar/present.js';
import type { Scalar } from '../shared/last-write/register-list.js';
import { occurrencesBy } from '../shared/occurrences/occurrence-days.js';
import { firstIn, isNever, lastDayIn, type Occurrences, utcDayOf } from '../shared/occurrences/occurrences.js';
import { allGroups, GroupSizes, type LargestGroups } from '../shared/scoring/largest-groups.js';
import { type CountedCohorts, sumFromTheEnd } from './cohorts.js';
import { customerCounter } from './customer-counter.js';
import { dimensionReader } from './dimensions.js';
import type { RetentionDocument } from './document.js';
import type { RetentionQuestion } from './question.js';

/** Answers any question from the documents in one tight pass, whose speed decides how long a question about a million customers takes. */
export async function countFromScan(
  snapshot: ReadSnapshot,
  view: View,
  question: RetentionQuestion,
  calendar: Calendar,
  mostGroups: number,
): Promise<CountedCohorts> {
  const lastDay = lastKnownDay(question.present);
  const known = (purchases: Occurrences): Occurrences => occurrencesBy(purchases, calendar.dayOf, lastDay);
  const count = customerCounter(question, calendar);
  const readDimension = question.by === null ? null : dimensionReader(question.by, known);
  const { shown, others } = readDimension === null ? allGroups : await largestGroups(snapshot, view, readDimension, known, mostGroups);
  const counted: CountedCohorts = { groups: new Map(), otherGroups: others, shownAs: shown, latest: -Infinity, latestDay: null };
  let latest = -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) {
      const purchases = known(document[0]);
      if (isNever(purchases)) continue;
      latest = Math.max(latest, lastDayIn(purchases, calendar.dayOf));
      const group = readDimension === null ? null : shown(readDimension(document));
      let cohorts = counted.groups.get(group);
      if (cohorts === undefined) {
        cohorts = new Map();
        counted.groups.set(group, cohorts);
      }
      count(cohorts, purchases);
    }
  }
  if (latest !== -Infinity) {
    counted.latest = calendar.periodOfDay(latest);
    counted.latestDay = latest;
  }
  if (question.mode === 'on-or-after') {
    for (const cohorts of counted.groups.values()) for (const cohort of cohorts.values()) sumFromTheEnd(cohort.slots);
  }
  return counted;
}

/** First and last UTC day of the months with a purchase known by the end of a day, as `knownDays` does for all; null without a purchase. */
export async function daysKnownBy(snapshot: ReadSnapshot, view: View, { dayOf }: Calendar, lastDay: number): Promise<DayRange | null> {
  let first = Infinity;
  let last = -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, [all]] of chunk as Array<[string, RetentionDocument]>) {
      const purchases = occurrencesBy(all, dayOf, lastDay);
      if (isNever(purchases)) continue;
      first = Math.min(first, dayOfTime(firstIn(purchases)!.occurredAt));
      last = Math.max(last, lastDayIn(purchases, utcDayOf));
    }
  }
  return last === -Infinity ? null : { first: firstDayOfMonth(monthOfDay(first)), last: firstDayOfMonth(monthOfDay(last) + 1) - 1 };
}

/** A separate pass: cells are built only for as many groups as can be shown, never for a hundred thousand. */
async function largestGroups(
  snapshot: ReadSnapshot,
  view: View,
  read: (document: RetentionDocument) => Scalar,
  known: (purchases: Occurrences) => Occurrences,
  most: number,
): Promise<LargestGroups> {
  const sizes = new GroupSizes();
  for await (const chunk of snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RetentionDocument]>) if (!isNever(known(document[0]))) sizes.add(read(document));
  }
  return sizes.largest(most);
}
