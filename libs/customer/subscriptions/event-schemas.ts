import { money, number, oneOf, record, text } from '@tenure/shape/schema';
import { type EventSchemas, withNote } from '../event-schema.js';
import { cancelReasonCodes } from './events.js';

const terms = { plan: text, price: money, interval: { ...text, format: 'duration' }, quantity: number };

export const subscriptionEventSchemas: EventSchemas = {
  SubscriptionStarted: withNote(record({ subscriptionId: text, ...terms })),
  SubscriptionChanged: withNote(record({ subscriptionId: text, ...terms }, Object.keys(terms))),
  SubscriptionRenewed: withNote(record({ subscriptionId: text, amount: money, until: text }, ['amount', 'until'])),
  SubscriptionCancelled: withNote(record({ subscriptionId: text, reasonCode: oneOf(cancelReasonCodes), reason: text }, ['reason'])),
};
