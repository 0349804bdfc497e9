import { type MoneyAmount, printOccurrence } from '@tenure/customer';
import { occurrenceOfStamp, timeOfStamp } from '../../../shared/last-write/last-write.js';
import { valueIn } from '../../../shared/last-write/register-list.js';
import { isCancelled, type StoredSubscription } from './terms.js';

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

function showSubscription(subscription: StoredSubscription): ShownSubscription {
  const [subscriptionId, renewals, terms] = subscription;
  const text = (name: string): string | null => valueIn(terms, name) as string | null;
  const number = (name: string): number | null => valueIn(terms, name) as number | null;
  const time = (name: string): string | null => (number(name) === null ? null : printOccurrence(occurrenceOfStamp(number(name)!)));
  const [minor, currency] = text('price')?.split(' ') ?? [];
  return {
    subscriptionId,
    status: isCancelled(subscription) ? 'cancelled' : 'active',
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

/** Running ones first, then the most recently changed; an answer shows at most `limit`. */
export function latestSubscriptions(subscriptions: readonly StoredSubscription[], limit: number): ShownSubscription[] {
  const latest = ([, , terms]: StoredSubscription): number => terms.reduce((most, [, , stamp]) => Math.max(most, timeOfStamp(stamp)), 0);
  const running = (subscription: StoredSubscription): number => (isCancelled(subscription) ? 1 : 0);
  return [...subscriptions]
    .sort((left, right) => running(left) - running(right) || latest(right) - latest(left))
    .slice(0, limit)
    .map(showSubscription);
}
