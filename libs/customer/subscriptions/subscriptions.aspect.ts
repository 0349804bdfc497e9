import { type Aspect, command } from '../aspect.js';
import { CancelSubscription } from './cancel-subscription.command.js';
import { ChangeSubscription } from './change-subscription.command.js';
import { decideCancel, decideChange, decideRenew, decideStart } from './decide.js';
import { evolveCancelled, evolveChanged, evolveStarted } from './evolve.js';
import { RenewSubscription } from './renew-subscription.command.js';
import { StartSubscription } from './start-subscription.command.js';

export const subscriptions: Aspect = {
  name: 'subscriptions',
  commands: [
    command(StartSubscription, 'open', 'Start a subscription.', decideStart),
    command(ChangeSubscription, 'open', 'Change the terms of an active subscription.', decideChange),
    command(RenewSubscription, 'open', 'Record that an active subscription goes on.', decideRenew),
    command(CancelSubscription, 'known', 'End a subscription, with the cause.', decideCancel),
  ],
  events: [
    { type: 'SubscriptionStarted', versions: [1], evolve: (state, fact) => evolveStarted(state.subscriptions, fact) },
    { type: 'SubscriptionChanged', versions: [1], evolve: (state, fact) => evolveChanged(state.subscriptions, fact) },
    // A renewal moves no rule: the subscription was active before and is after.
    { type: 'SubscriptionRenewed', versions: [1], evolve: () => undefined },
    {
      type: 'SubscriptionCancelled',
      versions: [1],
      evolve: (state, fact) => evolveCancelled(state.subscriptions, fact),
    },
  ],
};
