import { dayIn } from '../shared/calendar/calendar.js';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import { type RecurringRevenueDocument, type Step, stepKinds } from './document.js';

/** A step of a subscription with its day since 1970, in the zone of a question. */
export interface DatedStep {
  readonly day: number;
  readonly step: Step;
}

/** A subscription with all of its steps, ascending; a start may be missing, where it has not arrived yet. */
export interface DatedSubscription {
  readonly subscriptionId: string;
  readonly steps: readonly DatedStep[];
}

export const datedSubscriptions = ({ s: subscriptions }: RecurringRevenueDocument, dayOf: DayOf): DatedSubscription[] =>
  subscriptions.map(([subscriptionId, steps]) => ({
    subscriptionId,
    steps: steps.map((step) => ({ day: dayIn({ dayOf }, occurrenceOfStamp(step[0])), step })),
  }));

export const isStart = ({ step: [, kind] }: DatedStep): boolean => kind === stepKinds.started;
export const isEnd = ({ step: [, kind] }: DatedStep): boolean => kind === stepKinds.ended || kind === stepKinds.endedInvoluntarily;

/** What a subscription costs, and how often. */
export interface RunningTerms {
  readonly minor: number;
  readonly currency: string;
  /** ISO 8601 duration. */
  readonly interval: string;
}

/** The terms as last written by some steps; null where there is no start among them, or an end. */
export function runningTerms(steps: readonly DatedStep[]): RunningTerms | null {
  if (!steps.some(isStart) || steps.some(isEnd)) return null;
  const priced = steps.findLast(({ step: [, , minor] }) => minor !== null)!.step; // a start has a price and an interval
  const timed = steps.findLast(({ step: [, , , , interval] }) => interval !== null)!.step;
  return { minor: priced[2]!, currency: priced[3]!, interval: timed[4]! };
}
