import type { Party } from '@tenure/customer';
import type { RegisterList } from '../last-write/register-list.js';

/** What is known of one customer: every part as its facts come to, whatever order they arrived in. */
export interface FileDocument {
  /** First registration, milliseconds. */
  since: number | null;
  party: [value: Party, stamp: number] | null;
  closing: [stamp: number, reason: string] | null;
  attributes: RegisterList;
  /** Personal fields together, so that they can be sealed and erased together. */
  personal: RegisterList<string | null>;
  /** Ascending by currency, minor units. */
  totals: CurrencyTotal[];
  firstPurchase: number | null;
  lastPurchase: number | null;
  visits: number;
  lastVisit: number | null;
  subscriptions: StoredSubscription[];
  /** Ascending by id: stamp of the fact that opened it or closed it last. */
  complaints: Array<[complaintId: string, stamp: number]>;
  /** The latest answer per metric. */
  satisfaction: RegisterList<SatisfactionAnswer>;
  events: number;
  /** The latest twenty things that happened, oldest first. */
  timeline: TimelineEntry[];
}

export type CurrencyTotal = [currency: string, purchases: number, spend: number, returns: number, returned: number];
export type SatisfactionAnswer = [score: number, least: number, most: number, about: string | null];
/** Terms and status, each as last written. */
export type StoredSubscription = [subscriptionId: string, renewals: number, terms: RegisterList];
export type TimelineEntry = [stamp: number, type: string, text: string];

export const emptyFile = (): FileDocument => ({
  since: null,
  party: null,
  closing: null,
  attributes: [],
  personal: [],
  totals: [],
  firstPurchase: null,
  lastPurchase: null,
  visits: 0,
  lastVisit: null,
  subscriptions: [],
  complaints: [],
  satisfaction: [],
  events: 0,
  timeline: [],
});
