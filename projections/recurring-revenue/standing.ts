import type { Calendar } from '../shared/calendar/calendar.js';
import { dayIn } from '../shared/calendar/calendar.js';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import { type RecurringRevenueDocument, type Step, stepKinds } from './document.js';
import { monthlyMinor } from './monthly-amount.js';

/** A step of a subscription with its day since 1970, in the zone of a question. */
interface DatedStep {
  readonly day: number;
  readonly step: Step;
}

/** What a subscription is at the end of a day. */
export interface RunningTerms {
  readonly minor: number;
  readonly currency: string;
  /** ISO 8601 duration. */
  readonly interval: string;
}

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

  constructor({ s: subscriptions }: RecurringRevenueDocument, calendar: Pick<Calendar, 'dayOf'>) {
    this.#subscriptions = subscriptions.map(([, steps]) => steps.map((step) => ({ day: dayIn(calendar, occurrenceOfStamp(step[0])), step })));
  }

  /** The day of the first start; Infinity without one. */
  get firstDay(): number {
    return this.#starts().reduce((first, { day }) => Math.min(first, day), Infinity);
  }

  #starts(): DatedStep[] {
    return this.#subscriptions.flat().filter(({ step }) => step[1] === stepKinds.started);
  }

  /** What is dated after the day is not known. */
  by(day: number): Standing {
    const monthly = new Map<string, bigint>();
    let [begun, running, lastByChoice, lastOtherwise] = [false, false, -Infinity, -Infinity];
    for (const steps of this.#subscriptions) {
      const known = steps.filter((dated) => dated.day <= day);
      if (!known.some(({ step }) => step[1] === stepKinds.started)) continue;
      begun = true;
      lastByChoice = Math.max(lastByChoice, lastOf(known, stepKinds.ended));
      lastOtherwise = Math.max(lastOtherwise, lastOf(known, stepKinds.endedInvoluntarily));
      const terms = runningTerms(known.map(({ step }) => step));
      if (terms === null) continue;
      running = true;
      monthly.set(terms.currency, (monthly.get(terms.currency) ?? 0n) + monthlyMinor(terms.minor, terms.interval));
    }
    return { begun, running, involuntarily: !running && lastOtherwise > lastByChoice, monthly };
  }
}

const lastOf = (steps: readonly DatedStep[], kind: Step[1]): number =>
  steps.reduce((last, { day, step }) => (step[1] === kind ? Math.max(last, day) : last), -Infinity);

/** The terms as last written by some steps, which a start is among; null where the subscription has ended. */
export function runningTerms(steps: readonly Step[]): RunningTerms | null {
  if (steps.some(([, kind]) => kind === stepKinds.ended || kind === stepKinds.endedInvoluntarily)) return null;
  const priced = steps.findLast(([, , minor]) => minor !== null)!; // a start has a price and an interval
  const timed = steps.findLast(([, , , , interval]) => interval !== null)!;
  return { minor: priced[2]!, currency: priced[3]!, interval: timed[4]! };
}
