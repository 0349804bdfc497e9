import type { ReadSnapshot, View } from '@tenure/read-store';
import type { Calendar } from '../calendar/calendar.js';
import { knownUntil } from '../calendar/present.js';
import { secondsBetween } from '../purchase-times/moment.js';
import { momentsBefore } from '../purchase-times/moments-before.js';
import { addToSlot, type Cohort, type Cohorts, type CountedCohorts, cohortOf, sumFromTheEnd } from './cohorts.js';
import { dimensionReader } from './dimensions.js';
import type { RetentionDocument } from './projection.js';
import type { RetentionQuestion } from './question.js';
import { rollingSeconds } from './slots.js';

/** Answers any question from the documents, one pass, tight: this is what a million customers wait for. */
export async function countFromScan(snapshot: ReadSnapshot, view: View, question: RetentionQuestion, calendar: Calendar): Promise<CountedCohorts> {
  const counted: CountedCohorts = { groups: new Map(), latest: -Infinity, latestDay: null };
  const until = knownUntil(question.present, calendar);
  const count = customerCounter(question, calendar);
  const readDimension = question.by === null ? null : dimensionReader(question.by);
  let latest = -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, [all, dimensions]] of chunk as Array<[string, RetentionDocument]>) {
      const moments = momentsBefore(all, until);
      if (moments.length === 0) continue;
      latest = Math.max(latest, moments[moments.length - 1]!);
      const group = readDimension === null ? null : readDimension(dimensions);
      let cohorts = counted.groups.get(group);
      if (cohorts === undefined) {
        cohorts = new Map();
        counted.groups.set(group, cohorts);
      }
      count(cohorts, moments);
    }
  }
  if (latest !== -Infinity) {
    counted.latest = calendar.periodOf(latest);
    counted.latestDay = calendar.dayOf(latest);
  }
  if (question.mode === 'on-or-after') {
    for (const cohorts of counted.groups.values()) for (const cohort of cohorts.values()) sumFromTheEnd(cohort.slots);
  }
  return counted;
}

function customerCounter(question: RetentionQuestion, calendar: Calendar): (cohorts: Cohorts, moments: readonly number[]) => void {
  const first = question.from === null ? -Infinity : calendar.periodOfDay(question.from);
  const last = question.to === null ? Infinity : calendar.periodOfDay(question.to);
  const tally = tallier(question);
  const periods: number[] = []; // distinct, ascending; one array for all customers

  if (question.window === 'rolling') {
    const length = rollingSeconds[question.granularity];
    return (cohorts, moments) => {
      const cohort = calendar.periodOf(moments[0]!);
      if (cohort < first || cohort > last) return;
      distinct(periods, moments, (moment) => Math.floor(secondsBetween(moments[0]!, moment) / length));
      const counted = cohortOf(cohorts, cohort);
      counted.earliest = Math.min(counted.earliest, moments[0]!);
      counted.latest = Math.max(counted.latest, moments[0]!);
      tally(counted, periods, 0);
    };
  }
  return (cohorts, moments) => {
    distinct(periods, moments, calendar.periodOf);
    const starts = question.kind === 'first-time' ? 1 : periods.length;
    for (let i = 0; i < starts; i += 1) {
      const cohort = periods[i]!;
      if (cohort >= first && cohort <= last) tally(cohortOf(cohorts, cohort), periods, i);
    }
  };
}

function distinct(into: number[], moments: readonly number[], periodOf: (moment: number) => number): void {
  into.length = 0;
  let held = NaN;
  for (let i = 0; i < moments.length; i += 1) {
    const period = periodOf(moments[i]!);
    if (period !== held) into.push(period);
    held = period;
  }
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
