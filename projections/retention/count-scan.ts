import type { ReadSnapshot, View } from '@tenure/read-store';
import { dayOfTime, firstDayOfMonth, monthOfDay, secondsPerDay } from '@tenure/time';
import type { Calendar } from '../shared/calendar/calendar.js';
import type { DayRange } from '../shared/calendar/kept-calendar.js';
import { lastKnownDay } from '../shared/calendar/present.js';
import type { Scalar } from '../shared/last-write/register-list.js';
import { occurrencesBy } from '../shared/occurrences/occurrence-days.js';
import { eachPeriod, firstIn, isNever, lastDayIn, type Occurrences, secondsBetween, utcDayOf } from '../shared/occurrences/occurrences.js';
import { GroupSizes, type LargestGroups } from '../shared/scoring/largest-groups.js';
import { addToSlot, type Cohort, type Cohorts, type CountedCohorts, cohortOf, sumFromTheEnd } from './cohorts.js';
import { dimensionReader } from './dimensions.js';
import type { RetentionDocument } from './document.js';
import type { RetentionQuestion } from './question.js';
import { rollingSeconds } from './slots.js';

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
  const { shown, others } = readDimension === null ? onlyGroup : await largestGroups(snapshot, view, readDimension, known, mostGroups);
  const counted: CountedCohorts = { groups: new Map(), otherGroups: others, latest: -Infinity, latestDay: null };
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

const onlyGroup: LargestGroups = { shown: (group) => group, others: 0 };

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

function customerCounter(question: RetentionQuestion, calendar: Calendar): (cohorts: Cohorts, purchases: Occurrences) => void {
  const first = question.from === null ? -Infinity : calendar.periodOfDay(question.from);
  const last = question.to === null ? Infinity : calendar.periodOfDay(question.to);
  const tally = tallier(question);
  const periods: number[] = []; // distinct, ascending; one array for all customers

  if (question.window === 'rolling') {
    const length = rollingSeconds[question.granularity];
    return (cohorts, purchases) => {
      const start = startOfWindow(purchases, calendar);
      const cohort = calendar.periodOfDay(start.day);
      if (cohort < first || cohort > last) return;
      periods.length = 0;
      eachPeriod(
        purchases,
        (second) => Math.floor(start.secondsUntil(second) / length),
        (day) => Math.floor(((day - start.day) * secondsPerDay) / length),
        (period) => periods.push(period),
      );
      const counted = cohortOf(cohorts, cohort);
      counted.earliest = Math.min(counted.earliest, start.second);
      counted.latest = Math.max(counted.latest, start.second);
      tally(counted, periods, 0);
    };
  }
  return (cohorts, purchases) => {
    periods.length = 0;
    eachPeriod(purchases, calendar.periodOf, calendar.periodOfDay, (period) => periods.push(period));
    const starts = question.kind === 'first-time' ? 1 : periods.length;
    for (let i = 0; i < starts; i += 1) {
      const cohort = periods[i]!;
      if (cohort >= first && cohort <= last) tally(cohortOf(cohorts, cohort), periods, i);
    }
  };
}

interface WindowStart {
  readonly day: number;
  readonly second: number;
  secondsUntil(second: number): number;
}

/** Where a customer's rolling window starts: at the first instant, or, where only a day is known, with that day. */
function startOfWindow([[instants], [days]]: Occurrences, { dayOf, firstSecondOf }: Calendar): WindowStart {
  const first = instants[0];
  const day = days[0] ?? Infinity;
  if (first === undefined || day < dayOf(first)) {
    return { day, second: firstSecondOf(day), secondsUntil: (second) => (dayOf(second) - day) * secondsPerDay };
  }
  return { day: dayOf(first), second: first, secondsUntil: (second) => secondsBetween(first, second) };
}

/** Adds one customer to a cohort that begins at `periods[start]`. */
type Tally = (cohort: Cohort, periods: readonly number[], start: number) => void;

function tallier({ mode, brackets }: RetentionQuestion): Tally {
  if (mode === 'on-or-after') {
    return (cohort, periods, start) => {
      cohort.size += 1;
      addToSlot(cohort, periods[periods.length - 1]! - periods[start]!, 1);
    };
  }
  if (brackets === null) {
    return (cohort, periods, start) => {
      cohort.size += 1;
      for (let i = start; i < periods.length; i += 1) addToSlot(cohort, periods[i]! - periods[start]!, 1);
    };
  }
  return (cohort, periods, start) => {
    cohort.size += 1;
    let bracket = 0;
    let counted = -1;
    for (let i = start; i < periods.length; i += 1) {
      const offset = periods[i]! - periods[start]!;
      while (bracket < brackets.length - 1 && offset >= brackets[bracket + 1]!) bracket += 1;
      if (bracket === brackets.length - 1) return; // after the last bracket
      if (bracket !== counted) addToSlot(cohort, bracket, 1);
      counted = bracket;
    }
  };
}
