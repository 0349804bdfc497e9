import type { SubscriptionCancelled, SubscriptionRenewed, SubscriptionTerms } from '@tenure/customer';
import type { RecordedEvent } from '@tenure/event-log';
import { stampOf } from '../../../shared/last-write/last-write.js';
import { changeEntry, type RegisterList, valueIn, write } from '../../../shared/last-write/register-list.js';

/** Terms and status, each as last written. */
export type StoredSubscription = [subscriptionId: string, renewals: number, terms: RegisterList];

export const isCancelled = ([, , terms]: StoredSubscription): boolean => valueIn(terms, 'cancelled') !== null;

type SubscriptionData = { readonly subscriptionId: string } & Partial<SubscriptionTerms> & Partial<SubscriptionRenewed> & Partial<SubscriptionCancelled>;

/** Terms are stored one by one: a change of price that arrives after a later change of plan still counts. */
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
