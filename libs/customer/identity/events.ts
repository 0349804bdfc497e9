import { fact, type NewFact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';

export const parties = ['person', 'organisation', 'household'] as const;
export type Party = (typeof parties)[number];
export type AttributeValue = string | number | boolean;

/** What identifies or describes a person; sealed and erased apart from the facts. */
export interface PersonalDetails {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  /** YYYY-MM-DD */
  readonly birthDate?: string;
}

interface Noted {
  readonly note?: string;
}

/** Why, in free words. */
interface Reasoned extends Noted {
  readonly reason: string;
}

/** null removes a value. */
type Changes<T> = { readonly [Name in keyof T]?: T[Name] | null };

export interface CustomerRegistered {
  readonly party: Party;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}
export type CustomerRegisteredPersonal = PersonalDetails & Noted;

export interface CustomerDetailsChanged {
  readonly party?: Party;
  readonly attributes?: Readonly<Record<string, AttributeValue | null>>;
}
export type CustomerDetailsChangedPersonal = Changes<PersonalDetails> & Noted;

export const customerRegistered = (at: Occurrence, data: CustomerRegistered, personal?: CustomerRegisteredPersonal): NewFact =>
  fact('CustomerRegistered', 1, at, data, personal);

export const customerDetailsChanged = (at: Occurrence, data: CustomerDetailsChanged, personal?: CustomerDetailsChangedPersonal): NewFact =>
  fact('CustomerDetailsChanged', 1, at, data, personal);

export const customerClosed = (at: Occurrence, personal: Reasoned): NewFact => fact('CustomerClosed', 2, at, {}, personal);

export const customerReopened = (at: Occurrence, personal: Reasoned): NewFact => fact('CustomerReopened', 2, at, {}, personal);
