import { type MoneyAmount, printOccurrence, type SubscriptionCancelled, type SubscriptionRenewed, type SubscriptionTerms } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { occurrenceOfStamp, stampOf, timeOfStamp } from '../shared/last-write/last-write.js';
import { changeEntry, valueIn, write } from '../shared/last-write/register-list.js';
import type { StoredSubscription } from './document.js';

export interface ShownSubscription {
  readonly subscriptionId: string;
  readonly status: 'active' | 'cancelled';
  readonly plan: string | null;
  readonly price: MoneyAmount | null;
  readonly interval: string | null;
  readonly quantity: number | null;
  readonly startedAt: string | null;
  readonly renewals: number;
  readonly until: string | null;
  readonly cancelledAt: string | null;
  readonly reasonCode: string | null;
}

type SubscriptionData = { readonly subscriptionId: string } & Partial<SubscriptionTerms> & Partial<SubscriptionRenewed> & Partial<SubscriptionCancelled>;

/** Terms are kept one by one: a change of price that arrives after a later change of plan still counts. */
export function takeIn(subscriptions: StoredSubscription[], event: RecordedEvent): void {
  const { subscriptionId, plan, price, interval, quantity, until, reasonCode } = event.data as SubscriptionData;
  const stamp = stampOf(event.type, event);
  changeEntry(
    subscriptions,
    subscriptionId,
    () => [subscriptionId, 0, []],
    (subscription) => {
      const terms = subscription[2];
      if (plan !== undefined) write(terms, 'plan', plan, stamp);
      if (interval !== undefined) write(terms, 'interval', interval, stamp);
      if (quantity !== undefined) write(terms, 'quantity', quantity, stamp);
      if (price !== undefined) write(terms, 'price', `${price.minor} ${price.currency}`, stamp);
      if (until !== undefined) write(terms, 'until', until, stamp);
      switch (event.type) {
        case 'SubscriptionStarted':
          write(terms, 'started', stamp, stamp);
          break;
        case 'SubscriptionRenewed':
          subscription[1] += 1;
          break;
        case 'SubscriptionCancelled':
          write(terms, 'cancelled', stamp, stamp);
          write(terms, 'reasonCode', reasonCode ?? null, stamp);
          break;
      }
    },
  );
}

export function showSubscription([subscriptionId, renewals, terms]: StoredSubscription): ShownSubscription {
  const text = (name: string): string | null => valueIn(terms, name) as string | null;
  const number = (name: string): number | null => valueIn(terms, name) as number | null;
  const time = (name: string): string | null => (number(name) === null ? null : printOccurrence(occurrenceOfStamp(number(name)!)));
  const [minor, currency] = text('price')?.split(' ') ?? [];
  const cancelled = number('cancelled') !== null;
  return {
    subscriptionId,
    status: cancelled ? 'cancelled' : 'active',
    plan: text('plan'),
    price: currency === undefined ? null : { minor: Number(minor), currency },
    interval: text('interval'),
    quantity: number('quantity'),
    startedAt: time('started'),
    renewals,
    until: text('until'),
    cancelledAt: time('cancelled'),
    reasonCode: text('reasonCode'),
  };
}

/** Running ones first, then those that changed last; an answer shows so many. */
export function latestSubscriptions(subscriptions: readonly StoredSubscription[], limit: number): ShownSubscription[] {
  const latest = ([, , terms]: StoredSubscription): number => terms.reduce((most, [, , stamp]) => Math.max(most, timeOfStamp(stamp)), 0);
  const running = (subscription: StoredSubscription): number => (valueIn(subscription[2], 'cancelled') === null ? 0 : 1);
  return [...subscriptions]
    .sort((left, right) => running(left) - running(right) || latest(right) - latest(left))
    .slice(0, limit)
    .map(showSubscription);
}
