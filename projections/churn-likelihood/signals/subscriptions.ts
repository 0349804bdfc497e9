import type { SubscriptionChanged } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import type { DayOf } from '../../shared/calendar/zone-days.js';
import { keep } from '../../shared/counted/counted-facts.js';
import { rankOfStamp, stampOf } from '../../shared/last-write/last-write.js';
import { changeEntry } from '../../shared/last-write/register-list.js';
import type { Folds } from './folds.js';
import { dayOfStamp } from './stamped-day.js';

/** The terms that a subscription started with, or that a change set; null for what a change left as it was. Price in minor units for one interval. */
export type Terms = [minor: number | null, currency: string | null, interval: string | null, quantity: number | null];
/** With the stamp of the fact. Of two facts of one moment the one with the higher revision was recorded later. */
export type DatedTerms = [stamp: number, revision: number, ...Terms];
/** Its start and changes, ascending. */
export type DatedSubscription = [subscriptionId: string, terms: DatedTerms[]];

export const subscriptionFolds: Folds<DatedSubscription[]> = { SubscriptionStarted: keepTerms, SubscriptionChanged: keepTerms };

function keepTerms(subscriptions: DatedSubscription[], event: RecordedEvent): void {
  // A start says all that a change may say.
  const { subscriptionId, price, interval = null, quantity = null } = event.data as SubscriptionChanged;
  const terms: DatedTerms = [stampOf(event.type, event), event.revision, price?.minor ?? null, price?.currency ?? null, interval, quantity];
  changeEntry<DatedSubscription>(
    subscriptions,
    subscriptionId,
    () => [subscriptionId, []],
    ([, all]) => keep(terms, all, []), // nothing takes terms back
  );
}

/** The days on which a change lowered the price of an interval, of the same length and in the same currency, or the quantity. In order of time. */
export function downgradeDays([, facts]: DatedSubscription, dayOf: DayOf): number[] {
  const dated = facts.map(([stamp, , ...terms]) => ({ day: dayOfStamp(stamp, dayOf), starts: rankOfStamp(stamp) === 0, terms }));
  // Within a day the stamps decide, after the start: the zone of a fact dated by a day is not known.
  dated.sort((left, right) => left.day - right.day || Number(right.starts) - Number(left.starts));
  const found: number[] = [];
  let before: Terms = [null, null, null, null];
  for (const { day, starts, terms } of dated) {
    const after = terms.map((each, at) => each ?? before[at]) as Terms;
    if (!starts && isLower(after, before)) found.push(day);
    before = after;
  }
  return found;
}

function isLower([minor, currency, interval, quantity]: Terms, [minorBefore, currencyBefore, intervalBefore, quantityBefore]: Terms): boolean {
  const isComparable = currency === currencyBefore && interval === intervalBefore;
  return (isComparable && isLess(minor, minorBefore)) || isLess(quantity, quantityBefore);
}

const isLess = (after: number | null, before: number | null): boolean => after !== null && before !== null && after < before;
