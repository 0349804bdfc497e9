import { described, integer, listOf, mapOf, money, moneyTotal, number, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { valueDefinition } from '../definition.js';

/** What the fields of the value of a subscription mean. */
const fields: Readonly<Record<string, string>> = {
  value: 'price x discountedLifetime x discountToRenewal x margin, in minor units, a half to the even one; null with a sentence in notEnoughData',
  period: 'How often the price is paid',
  renewals: 'How many renewals have come since the first subscription of this stay',
  nextRenewal: 'The first one after the day about',
  discountedLifetime: 'DERL: periods expected to be paid for from the next renewal on, without end, discounted to it',
  discountToRenewal: 'What discounting from the next renewal to the day about leaves',
  margin: 'That of the currency of the price: as in the query, else as stated, else 1',
  interval: '95 % interval of the value: what the data leave uncertain about the parameters of the model',
  model: 'How long customers with this interval stay: sbg or bdw, and why; fitted on customers for whom a renewal could have come, of whom ended have left',
};

/** `SubscriptionValue`. */
const subscription = record(
  {
    subscriptionId: text,
    price: money,
    period: text,
    value: orNull(moneyTotal),
    interval: orNull(record({ low: moneyTotal, high: moneyTotal })),
    noInterval: text,
    renewals: integer,
    nextRenewal: text,
    discountedLifetime: number,
    discountToRenewal: number,
    margin: number,
    model: record({ name: text, parameters: mapOf(number), boundary: orNull(text), aic: number, why: text, customers: integer, ended: integer }),
    notEnoughData: text,
  },
  ['interval', 'noInterval', 'renewals', 'nextRenewal', 'discountedLifetime', 'discountToRenewal', 'margin', 'model', 'notEnoughData'],
);

/** The answer about one customer, with what the fields of its subscriptions mean there. */
export const withSubscriptions = (answer: Schema): Schema => ({
  ...answer,
  properties: {
    ...(answer['properties'] as Readonly<Record<string, Schema>>),
    subscriptions: { ...listOf(described(subscription, fields)), description: valueDefinition.fields['subscriptions'] },
  },
});
