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

/** null takes a value away. */
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

export interface CustomerClosed {
  readonly reason: string;
}
export interface CustomerReopened {
  readonly reason: string;
}

export const customerRegistered = (at: Occurrence, data: CustomerRegistered, personal?: CustomerRegisteredPersonal): NewFact =>
  fact('CustomerRegistered', at, data, personal);

export const customerDetailsChanged = (at: Occurrence, data: CustomerDetailsChanged, personal?: CustomerDetailsChangedPersonal): NewFact =>
  fact('CustomerDetailsChanged', at, data, personal);

export const customerClosed = (at: Occurrence, data: CustomerClosed, personal?: Noted): NewFact => fact('CustomerClosed', at, data, personal);

export const customerReopened = (at: Occurrence, data: CustomerReopened, personal?: Noted): NewFact => fact('CustomerReopened', at, data, personal);
