import type { SubscriptionCancelled } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { DayOf } from '../shared/calendar/zone-days.js';
import { countBy, occurrencesBy } from '../shared/occurrences/occurrence-days.js';
import { countOccurrence, firstDayIn, isNever, lastDayIn, noOccurrences, type Occurrences } from '../shared/occurrences/occurrences.js';

/**
 * When the subscriptions of a customer started and ended; 0 for the many who never had one. Which start belongs to which end does
 * not matter: a customer is there while more have started than ended.
 */
export type SubscriptionDates = 0 | [started: Occurrences, ended: Occurrences, endedInvoluntarily: Occurrences];

export const subscriptionTypes: readonly string[] = ['SubscriptionStarted', 'SubscriptionCancelled'];

export function dateSubscription(held: SubscriptionDates, event: RecordedEvent): SubscriptionDates {
  const dates = held === 0 ? ([noOccurrences(), noOccurrences(), noOccurrences()] satisfies SubscriptionDates) : held;
  countOccurrence(dates[placeOf(event)], event, 1);
  return dates;
}

function placeOf({ type, data }: RecordedEvent): 0 | 1 | 2 {
  if (type === 'SubscriptionStarted') return 0;
  return (data as SubscriptionCancelled).reasonCode === 'involuntary' ? 2 : 1;
}

/** A customer's time with subscriptions, in days since 1970. */
export interface Subscribed {
  readonly start: number;
  /** The day on which the last one ended; null while one goes on. */
  readonly end: number | null;
  readonly involuntarily: boolean;
}

/** What is known by the end of a day, in the zone of `dayOf`; null before the first start. */
export function subscribedBy(dates: SubscriptionDates, dayOf: DayOf, last: number): Subscribed | null {
  if (dates === 0) return null;
  const [started, ended, involuntarily] = dates.map((each) => occurrencesBy(each, dayOf, last)) as [Occurrences, Occurrences, Occurrences];
  if (isNever(started)) return null;
  const start = firstDayIn(started, dayOf);
  if (countBy(started, dayOf, last) > countBy(ended, dayOf, last) + countBy(involuntarily, dayOf, last)) return { start, end: null, involuntarily: false };
  const [byChoice, otherwise] = [lastDayIn(ended, dayOf), lastDayIn(involuntarily, dayOf)];
  return { start, end: Math.max(start, byChoice, otherwise), involuntarily: otherwise > byChoice };
}

/** The last day of any start or end; -Infinity without one. */
export const lastSubscriptionDay = (dates: SubscriptionDates, dayOf: DayOf): number =>
  dates === 0 ? -Infinity : dates.reduce((last, each) => Math.max(last, lastDayIn(each, dayOf)), -Infinity);
