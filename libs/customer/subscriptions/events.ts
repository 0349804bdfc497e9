import { fact, type NewFact } from '../fact.js';
import type { MoneyAmount } from '../money.js';
import type { Occurrence } from '../occurrence.js';

/**
 * Why customers switch: the eight causes of Keaveney, "Customer Switching Behavior in Service Industries", Journal of
 * Marketing 59 (1995), and `other`.
 */
export const cancelReasonCodes = [
  'pricing',
  'inconvenience',
  'core-service-failure',
  'encounter-failure',
  'response-to-failure',
  'competition',
  'ethics',
  'involuntary',
  'other',
] as const;
export type CancelReasonCode = (typeof cancelReasonCodes)[number];

export interface SubscriptionTerms {
  readonly plan: string;
  /** For one interval, for the whole quantity. */
  readonly price: MoneyAmount;
  /** ISO 8601 duration, e.g. P1M. */
  readonly interval: string;
  readonly quantity: number;
}

export interface SubscriptionStarted extends SubscriptionTerms {
  readonly subscriptionId: string;
}

export interface SubscriptionChanged extends Partial<SubscriptionTerms> {
  readonly subscriptionId: string;
}

export interface SubscriptionRenewed {
  readonly subscriptionId: string;
  readonly amount?: MoneyAmount;
  /** RFC 3339 */
  readonly until?: string;
}

export interface SubscriptionCancelled {
  readonly subscriptionId: string;
  readonly reasonCode: CancelReasonCode;
}

interface Noted {
  readonly note?: string;
}

export const subscriptionStarted = (at: Occurrence, data: SubscriptionStarted, personal?: Noted): NewFact => fact('SubscriptionStarted', 1, at, data, personal);

export const subscriptionChanged = (at: Occurrence, data: SubscriptionChanged, personal?: Noted): NewFact => fact('SubscriptionChanged', 1, at, data, personal);

export const subscriptionRenewed = (at: Occurrence, data: SubscriptionRenewed, personal?: Noted): NewFact => fact('SubscriptionRenewed', 1, at, data, personal);

export const subscriptionCancelled = (at: Occurrence, data: SubscriptionCancelled, personal?: Noted & { readonly reason?: string }): NewFact =>
  fact('SubscriptionCancelled', 2, at, data, personal);
