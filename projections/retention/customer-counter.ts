import { secondsPerDay } from '@tenure/time';
import type { Calendar } from '../shared/calendar/calendar.js';
import { eachPeriod, type Occurrences, secondsBetween } from '../shared/occurrences/occurrences.js';
import { addToSlot, type Cohort, type Cohorts, cohortOf } from './cohorts.js';
import type { RetentionQuestion } from './question.js';
import { rollingSeconds } from './slots.js';

/**
 * Adds customers to the cohorts that they belong to, each by the occurrences of their purchases, one at least. In on-or-after mode the
 * slots hold who was last seen in a period: `sumFromTheEnd` makes the figure of them.
 */
export function customerCounter(question: RetentionQuestion, calendar: Calendar): (cohorts: Cohorts, purchases: Occurrences) => void {
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
