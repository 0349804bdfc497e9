import { type Aspect, command } from '../aspect.js';
import { money, part } from '../sentence.js';
import { CancelSubscription } from './cancel-subscription.command.js';
import { ChangeSubscription } from './change-subscription.command.js';
import { decideCancel, decideChange, decideRenew, decideStart } from './decide.js';
import { subscriptionEventSchemas } from './event-schemas.js';
import type { SubscriptionCancelled, SubscriptionChanged, SubscriptionRenewed, SubscriptionStarted } from './events.js';
import { evolveCancelled, evolveChanged, evolveStarted, noSubscriptions, type SubscriptionsState } from './evolve.js';
import { RenewSubscription } from './renew-subscription.command.js';
import { StartSubscription } from './start-subscription.command.js';

export const subscriptions: Aspect<'subscriptions', SubscriptionsState> = {
  name: 'subscriptions',
  initial: noSubscriptions,
  ids: ['subscriptionId'],
  commands: [
    command(StartSubscription, 'open', 'Start a subscription.', decideStart),
    command(ChangeSubscription, 'open', 'Change the terms of an active subscription.', decideChange),
    command(RenewSubscription, 'open', 'Record that an active subscription goes on.', decideRenew),
    command(CancelSubscription, 'known', 'End a subscription, with the cause.', decideCancel),
  ],
  eventSchemas: subscriptionEventSchemas,
  events: [
    {
      type: 'SubscriptionStarted',
      versions: [1],
      evolve: evolveStarted,
      sentence: ({ subscriptionId, plan, price, interval }: SubscriptionStarted) =>
        `Subscribed to ${plan} for ${money(price)} every ${interval} (${subscriptionId})`,
    },
    {
      type: 'SubscriptionChanged',
      versions: [1],
      rank: 1,
      evolve: evolveChanged,
      sentence: ({ subscriptionId, plan, price }: SubscriptionChanged) =>
        `Subscription ${subscriptionId} changed${part(' to ', plan)}${part(' for ', price && money(price))}`,
    },
    {
      type: 'SubscriptionRenewed',
      versions: [1],
      rank: 2,
      // No `evolve`: the subscription is active before and after.
      sentence: ({ subscriptionId, until }: SubscriptionRenewed) => `Subscription ${subscriptionId} renewed${part(' until ', until)}`,
    },
    {
      type: 'SubscriptionCancelled',
      versions: [1, 2],
      rank: 3,
      evolve: evolveCancelled,
      sentence: ({ subscriptionId, reasonCode }: SubscriptionCancelled) => `Subscription ${subscriptionId} cancelled: ${reasonCode}`,
    },
  ],
};
