import type { Party } from '@tenure/customer';
import type { Closings } from '../shared/last-write/closing.js';
import type { PersonalFields } from '../shared/last-write/personal-fields.js';
import type { RegisterList } from '../shared/last-write/register-list.js';
import type { Limbs } from '../shared/money/limbs.js';
import { noOccurrences, type Occurrences } from '../shared/occurrences/occurrences.js';

/** What is known of one customer: every part as its facts come to, whatever order they arrived in. */
export interface FileDocument {
  /** Stamp of the first registration. */
  since: number | null;
  party: [value: Party, stamp: number] | null;
  closings: Closings;
  closed: LastClosing | null;
  attributes: RegisterList;
  /** Personal fields together, so that they can be sealed and erased together. */
  personal: PersonalFields;
  /** Ascending by currency; amounts in minor units. */
  totals: CurrencyTotal[];
  purchases: Occurrences;
  visits: Occurrences;
  subscriptions: StoredSubscription[];
  /** Ascending by id: how often it was logged (once, as a rule), and how much more often resolved than reopened. */
  complaints: CountedComplaintSteps[];
  /** Ascending by time, and those that were taken back and have not arrived yet. */
  satisfaction: [answers: SatisfactionAnswer[], owed: SatisfactionAnswer[]];
  events: number;
  /** The latest twenty things that happened, oldest first. */
  timeline: TimelineEntry[];
}

export type CountedComplaintSteps = [complaintId: string, logged: number, resolved: number];
export type CurrencyTotal = [currency: string, purchases: number, spend: Limbs, returns: number, returned: Limbs];
export type SatisfactionAnswer = [stamp: number, metric: string, score: number, least: number, most: number, about: string | null];
/** Terms and status, each as last written. */
export type StoredSubscription = [subscriptionId: string, renewals: number, terms: RegisterList];
/** With its reason as it is sealed; null where it is not known. */
export type LastClosing = [stamp: number, reason: string | null, writer: string];
/** A sentence made of the facts, and what was said beside, as it is sealed. `writer` orders what is alike in all else (`PersonalFields`). */
export type TimelineEntry = [stamp: number, type: string, text: string, said: Readonly<Record<string, string | null>>, writer: string];

export const emptyFile = (): FileDocument => ({
  since: null,
  party: null,
  closings: 0,
  closed: null,
  attributes: [],
  personal: [],
  totals: [],
  purchases: noOccurrences(),
  visits: noOccurrences(),
  subscriptions: [],
  complaints: [],
  satisfaction: [[], []],
  events: 0,
  timeline: [],
});
