import { money, number, oneOf, type Schema, text } from '@tenure/shape/schema';
import { type EventSchemas, fact, optionalFact, said, says } from '../event-schema.js';
import { cancelReasonCodes } from './events.js';

const interval: Schema = { ...text, format: 'duration' };
const cancelled = { subscriptionId: fact(text), reasonCode: fact(oneOf(cancelReasonCodes)) };

export const subscriptionEventSchemas: EventSchemas = {
  SubscriptionStarted: [says({ subscriptionId: fact(text), plan: fact(text), price: fact(money), interval: fact(interval), quantity: fact(number) })],
  SubscriptionChanged: [
    says({
      subscriptionId: fact(text),
      plan: optionalFact(text),
      price: optionalFact(money),
      interval: optionalFact(interval),
      quantity: optionalFact(number),
    }),
  ],
  SubscriptionRenewed: [says({ subscriptionId: fact(text), amount: optionalFact(money), until: optionalFact(text) })],
  SubscriptionCancelled: [says({ ...cancelled, reason: optionalFact(text) }), says({ ...cancelled, reason: said() })],
};
