import { type ActivityState, noActivity } from './activity/evolve.js';
import { type ComplaintsState, noComplaints } from './complaints/evolve.js';
import { type IdentityState, nobody } from './identity/evolve.js';
import { noPurchases, type PurchasesState } from './purchases/evolve.js';
import { noSatisfaction, type SatisfactionState } from './satisfaction/evolve.js';
import { noSubscriptions, type SubscriptionsState } from './subscriptions/evolve.js';

/**
 * What deciding on a customer's next command takes, and no more: read models hold the rest. Collections are made when
 * the first thing goes into them, because most customers have few kinds of things and many states are kept at once.
 */
export interface CustomerState {
  readonly identity: IdentityState;
  readonly purchases: PurchasesState;
  readonly subscriptions: SubscriptionsState;
  readonly activity: ActivityState;
  readonly complaints: ComplaintsState;
  readonly satisfaction: SatisfactionState;
}

/** A customer nobody has said anything about. */
export function initialState(): CustomerState {
  return {
    identity: nobody(),
    purchases: noPurchases(),
    subscriptions: noSubscriptions(),
    activity: noActivity(),
    complaints: noComplaints(),
    satisfaction: noSatisfaction(),
  };
}
