import type { Calendar } from '../shared/calendar/calendar.js';
import { type DatedStep, datedSubscriptions, isStart, runningTerms } from './dated-steps.js';
import { type RecurringRevenueDocument, type StepKind, stepKinds } from './document.js';
import { monthlyMinor } from './monthly-amount.js';

/** How a customer stands at the end of a day. */
export interface Standing {
  /** Whether any subscription had started by then. */
  readonly begun: boolean;
  /** Whether one is running. */
  readonly running: boolean;
  /** Where none is running: whether the last one ended involuntarily. */
  readonly involuntarily: boolean;
  /** What the running ones bring in a month, in minor units by currency; a currency is there, too, where it is nothing. */
  readonly monthly: ReadonlyMap<string, bigint>;
}

/** Tells how one customer stands at the end of any day. */
export class Standings {
  readonly #subscriptions: ReadonlyArray<readonly DatedStep[]>;

  constructor(document: RecurringRevenueDocument, { dayOf }: Pick<Calendar, 'dayOf'>) {
    this.#subscriptions = datedSubscriptions(document, dayOf).map(({ steps }) => steps);
  }

  /** The day of the first start; Infinity without one. */
  get firstDay(): number {
    return this.#subscriptions
      .flat()
      .filter(isStart)
      .reduce((first, { day }) => Math.min(first, day), Infinity);
  }

  /** What is dated after the day is not known. */
  by(day: number): Standing {
    const monthly = new Map<string, bigint>();
    let [begun, running, lastByChoice, lastOtherwise] = [false, false, -Infinity, -Infinity];
    for (const steps of this.#subscriptions) {
      const known = steps.filter((dated) => dated.day <= day);
      if (!known.some(isStart)) continue;
      begun = true;
      lastByChoice = Math.max(lastByChoice, lastOf(known, stepKinds.ended));
      lastOtherwise = Math.max(lastOtherwise, lastOf(known, stepKinds.endedInvoluntarily));
      const terms = runningTerms(known);
      if (terms === null) continue;
      running = true;
      monthly.set(terms.currency, (monthly.get(terms.currency) ?? 0n) + monthlyMinor(terms.minor, terms.interval));
    }
    return { begun, running, involuntarily: !running && lastOtherwise > lastByChoice, monthly };
  }
}

const lastOf = (steps: readonly DatedStep[], kind: StepKind): number =>
  steps.reduce((last, { day, step }) => (step[1] === kind ? Math.max(last, day) : last), -Infinity);
