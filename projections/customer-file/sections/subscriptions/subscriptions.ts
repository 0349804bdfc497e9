import { integer, listOf, money, oneOf, orNull, record, text } from '@tenure/shape/schema';
import type { Section } from '../../section.js';
import { latestSubscriptions, type ShownSubscription } from './shown.js';
import { isCancelled, type StoredSubscription, takeIn } from './terms.js';

const mostShown = 20;

interface SubscriptionsPart {
  /** Ascending by id. */
  subscriptions: StoredSubscription[];
}

interface ShownSubscriptions {
  readonly subscriptions: readonly ShownSubscription[];
  readonly subscriptionsActive: number;
  readonly subscriptionsCancelled: number;
}

export const subscriptions: Section<SubscriptionsPart, ShownSubscriptions> = {
  initial: () => ({ subscriptions: [] }),

  folds: {
    SubscriptionStarted: ({ subscriptions }, event) => takeIn(subscriptions, event),
    SubscriptionChanged: ({ subscriptions }, event) => takeIn(subscriptions, event),
    SubscriptionRenewed: ({ subscriptions }, event) => takeIn(subscriptions, event),
    SubscriptionCancelled: ({ subscriptions }, event) => takeIn(subscriptions, event),
  },

  show({ subscriptions }) {
    const cancelled = subscriptions.filter(isCancelled).length;
    return {
      subscriptions: latestSubscriptions(subscriptions, mostShown),
      subscriptionsActive: subscriptions.length - cancelled,
      subscriptionsCancelled: cancelled,
    };
  },
  answer: {
    subscriptions: listOf(
      record({
        subscriptionId: text,
        status: oneOf(['active', 'cancelled']),
        plan: orNull(text),
        price: orNull(money),
        interval: orNull(text),
        quantity: orNull(integer),
        startedAt: orNull(text),
        renewals: integer,
        until: orNull(text),
        cancelledAt: orNull(text),
        reasonCode: orNull(text),
      }),
    ),
    subscriptionsActive: integer,
    subscriptionsCancelled: integer,
  },
  texts: { subscriptions: 'Terms as they stand, renewals, and when and why cancelled' },
};
