import type { Fact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';
import type { SubscriptionCancelled, SubscriptionChanged, SubscriptionStarted, SubscriptionTerms } from './events.js';

export interface KnownSubscription {
  terms: SubscriptionTerms;
  readonly started: Occurrence;
  cancelled: Occurrence | null;
}

export interface SubscriptionsState {
  byId: Map<string, KnownSubscription> | null;
}

export function noSubscriptions(): SubscriptionsState {
  return { byId: null };
}

export function evolveStarted(state: SubscriptionsState, { data, occurredAt, precision }: Fact<SubscriptionStarted>): void {
  const { subscriptionId, ...terms } = data;
  state.byId ??= new Map();
  state.byId.set(subscriptionId, { terms, started: { occurredAt, precision }, cancelled: null });
}

export function evolveChanged(state: SubscriptionsState, { data }: Fact<SubscriptionChanged>): void {
  const { subscriptionId, ...changes } = data;
  const subscription = state.byId?.get(subscriptionId);
  if (subscription) subscription.terms = { ...subscription.terms, ...changes };
}

export function evolveCancelled(state: SubscriptionsState, { data, occurredAt, precision }: Fact<SubscriptionCancelled>): void {
  const subscription = state.byId?.get(data.subscriptionId);
  if (subscription) subscription.cancelled = { occurredAt, precision };
}
