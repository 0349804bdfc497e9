import type { Calendar } from '../../shared/calendar/calendar.js';
import { occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import { eachPeriod } from '../../shared/occurrences/occurrences.js';
import type { RetentionDocument } from '../document.js';
import { subscribedBy } from '../subscriptions.js';
import type { ProjectionQuestion } from './question.js';

/** The period in which a customer came, and the last in which they were there; null where they are not known to have left. */
export interface Stay {
  readonly first: number;
  readonly last: number | null;
}

/**
 * Reads the stay of a customer, as known by the end of a day. With purchases it ends before the first `silence` whole periods in a row
 * without one, also for a customer who came back later: which cohorts are observed for how long then makes no difference.
 * @returns null for a customer who has not begun
 */
export function stayReader({ of, silence }: ProjectionQuestion, calendar: Calendar, present: number): (document: RetentionDocument) => Stay | null {
  const { dayOf, periodOf, periodOfDay } = calendar;
  if (of === 'subscriptions') {
    return ([, , , dates]) => {
      const subscribed = subscribedBy(dates, dayOf, present);
      if (subscribed === null) return null;
      const { start, end } = subscribed;
      return { first: periodOfDay(start), last: end === null ? null : periodOfDay(end) };
    };
  }
  const inProgress = periodOfDay(present);
  return ([purchases]) => {
    const periods: number[] = [];
    eachPeriod(occurrencesBy(purchases, dayOf, present), periodOf, periodOfDay, (period) => periods.push(period));
    const first = periods[0];
    if (first === undefined) return null;
    const last = periods.find((period, i) => (periods[i + 1] ?? inProgress) - period > silence!);
    return { first, last: last ?? null };
  };
}

/** How many of a cohort were there in its period k = 0, 1, ... or later, as far as that is known. */
export interface StayingCohort {
  readonly period: number;
  readonly alive: readonly number[];
}

/** Counts customers by cohort and by the period in which they left. */
export class StayCounts {
  readonly #cohorts = new Map<number, { size: number; left: number[] }>();

  add({ first, last }: Stay): void {
    let cohort = this.#cohorts.get(first);
    if (cohort === undefined) {
      cohort = { size: 0, left: [] };
      this.#cohorts.set(first, cohort);
    }
    cohort.size += 1;
    if (last !== null) cohort.left[last - first] = (cohort.left[last - first] ?? 0) + 1;
  }

  /** The cohorts whose own period is over, the oldest first. @param known the last period of which it is known who was there in it or later */
  cohorts(known: number, lastOver: number): StayingCohort[] {
    return [...this.#cohorts]
      .filter(([period]) => period <= lastOver)
      .sort(([one], [other]) => one - other)
      .map(([period, { size, left }]) => {
        const alive = [size];
        for (let k = 1; period + k <= known; k += 1) alive.push(alive[k - 1]! - (left[k - 1] ?? 0));
        return { period, alive };
      });
  }
}
