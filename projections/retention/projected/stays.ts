import type { Calendar } from '../../shared/calendar/calendar.js';
import { occurrencesBy } from '../../shared/occurrences/occurrence-days.js';
import { eachPeriod } from '../../shared/occurrences/occurrences.js';
import type { RetentionDocument } from '../document.js';
import { subscribedBy } from '../subscriptions.js';
import type { StayQuestion } from './question.js';

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
export function stayReader({ of, silence }: StayQuestion, calendar: Calendar, present: number): (document: RetentionDocument) => Stay | null {
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

/** Whether a customer of a cohort was there in its period k or later, where that is known. */
export const wasThere = ({ first, last }: Stay, k: number): boolean => last === null || last - first >= k;

/** What is known at the present: nothing of cohorts whose own period is not over, nor of periods less than `silence` before it. */
export class KnownPeriods {
  readonly #lastOver: number;
  readonly #known: number;

  /** @param inProgress the period that the present lies in */
  constructor(inProgress: number, { silence }: Pick<StayQuestion, 'silence'>) {
    this.#lastOver = inProgress - 1;
    this.#known = inProgress - (silence ?? 0);
  }

  /** Whether it is known who of the cohort of a period was there in its period k or later. */
  includes(cohort: number, k: number): boolean {
    return cohort <= this.#lastOver && (k === 0 || cohort + k <= this.#known);
  }
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

  /** The cohorts whose own period is over, the oldest first. */
  cohorts(known: KnownPeriods): StayingCohort[] {
    return [...this.#cohorts]
      .filter(([period]) => known.includes(period, 0))
      .sort(([one], [other]) => one - other)
      .map(([period, { size, left }]) => {
        const alive = [size];
        for (let k = 1; known.includes(period, k); k += 1) alive.push(alive[k - 1]! - (left[k - 1] ?? 0));
        return { period, alive };
      });
  }
}
