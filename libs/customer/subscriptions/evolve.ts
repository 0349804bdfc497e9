import type { Fact } from '../fact.js';
import type { SubscriptionCancelled, SubscriptionChanged, SubscriptionStarted, SubscriptionTerms } from './events.js';

export interface KnownSubscription {
  terms: SubscriptionTerms;
  readonly startedAt: number;
  cancelledAt: number | null;
}

export interface SubscriptionsState {
  byId: Map<string, KnownSubscription> | null;
}

export function noSubscriptions(): SubscriptionsState {
  return { byId: null };
}

export function evolveStarted(state: SubscriptionsState, { data, occurredAt }: Fact<SubscriptionStarted>): void {
  const { subscriptionId, ...terms } = data;
  state.byId ??= new Map();
  state.byId.set(subscriptionId, { terms, startedAt: occurredAt, cancelledAt: null });
}

export function evolveChanged(state: SubscriptionsState, { data }: Fact<SubscriptionChanged>): void {
  const { subscriptionId, ...changes } = data;
  const subscription = state.byId?.get(subscriptionId);
  if (subscription) subscription.terms = { ...subscription.terms, ...changes };
}

export function evolveCancelled(state: SubscriptionsState, { data, occurredAt }: Fact<SubscriptionCancelled>): void {
  const subscription = state.byId?.get(data.subscriptionId);
  if (subscription) subscription.cancelledAt = occurredAt;
}
