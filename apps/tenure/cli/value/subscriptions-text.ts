import type { Schemas } from '@tenure/client';
import { moneyText } from '../output/figures.js';
import { bold } from '../output/style.js';
import { tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Subscription = NonNullable<Schemas['CustomerLifetimeValueAnswer']['subscriptions']>[number];

/** The running subscriptions of a customer with their values, beside that of purchases; null without one. */
export function subscriptionsText(subscriptions: readonly Subscription[] | undefined): string | null {
  if (subscriptions === undefined) return null;
  const table = tableOf(subscriptions, [
    { title: 'subscription', value: ({ subscriptionId }) => subscriptionId },
    { title: 'price', align: 'right', value: ({ price, period }) => `${moneyText(price)} every ${period}` },
    { title: 'next renewal', value: ({ nextRenewal }) => nextRenewal },
    { title: 'periods expected', align: 'right', value: ({ discountedLifetime }) => discountedLifetime?.toFixed(2) },
    { title: 'value', align: 'right', value: ({ value }) => value && moneyText(value) },
    { title: '95 % from', align: 'right', value: ({ interval }) => interval && moneyText(interval.low) },
    { title: 'to', align: 'right', value: ({ interval }) => interval && moneyText(interval.high) },
  ]);
  const why = [...new Set(subscriptions.flatMap(({ notEnoughData, noInterval }) => notEnoughData ?? noInterval ?? []))];
  return [bold('subscriptions, beside purchases'), table, ...why.map((each) => wrap(each))].join('\n');
}
