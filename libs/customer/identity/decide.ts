import type { Decision, Moment } from '../aspect.js';
import { given, noted } from '../fact.js';
import { beginningOf, isBefore, printOccurrence, readOccurrence } from '../occurrence.js';
import { nothingChanged, type Rejection, reject } from '../rejection.js';
import { MOST_ATTRIBUTES } from './attributes.js';
import type { ChangeCustomerDetails } from './change-customer-details.command.js';
import type { CloseCustomer } from './close-customer.command.js';
import { customerClosed, customerDetailsChanged, customerRegistered, customerReopened } from './events.js';
import type { IdentityState } from './evolve.js';
import type { RegisterCustomer } from './register-customer.command.js';
import type { ReopenCustomer } from './reopen-customer.command.js';

export function decideRegister(_: IdentityState, command: RegisterCustomer, moment: Moment): Decision {
  const unborn = refuseFutureBirth(command.personal?.birthDate, moment);
  if (unborn) return unborn;
  const data = { party: command.party ?? 'person', attributes: command.attributes ?? {} };
  return [customerRegistered(moment, data, unlessEmpty(given({ ...command.personal, note: command.note })))];
}

export function decideChangeDetails(identity: IdentityState, command: ChangeCustomerDetails, moment: Moment): Decision {
  const unborn = refuseFutureBirth(command.personal?.birthDate, moment);
  if (unborn) return unborn;
  const party = given({ party: command.party === identity.party ? null : command.party });
  const attributes = changesTo(identity.attributes, command.attributes ?? {});
  const personal = changesTo(identity.personal, { ...command.personal });
  if (party.party === undefined && !attributes && !personal) {
    return nothingChanged();
  }
  const added = Object.values(attributes ?? {}).filter((value) => value !== null).length;
  if (added > 0 && countAfter(identity.attributes, attributes ?? {}) > MOST_ATTRIBUTES) {
    const detail = `A customer can have ${MOST_ATTRIBUTES} attributes: remove some by sending them as null.`;
    return reject('too-many-attributes', detail, '/attributes');
  }
  const data = { ...party, ...(attributes && { attributes }) };
  return [customerDetailsChanged(moment, data, unlessEmpty({ ...personal, ...noted(command.note) }))];
}

export function decideClose(identity: IdentityState, command: CloseCustomer, moment: Moment): Decision {
  if (identity.closed) {
    const detail = `Customer ${command.customerId} is closed already, since ${printOccurrence(identity.closed)}: there is nothing left to do.`;
    return reject('customer-already-closed', detail);
  }
  return [customerClosed(moment, { reason: command.reason, ...noted(command.note) })];
}

export function decideReopen(identity: IdentityState, command: ReopenCustomer, moment: Moment): Decision {
  if (identity.closed && isBefore(moment, identity.closed)) {
    const closed = printOccurrence(identity.closed);
    return reject('before-closing', `The customer was closed at ${closed}: give an occurredAt that is not before it.`, '/occurredAt');
  }
  return [customerReopened(moment, { reason: command.reason, ...noted(command.note) })];
}

/** The entries that differ from the known ones, or undefined if none does. */
function changesTo<Value>(known: Readonly<Record<string, Value>>, wanted: Readonly<Record<string, Value | null | undefined>>) {
  const changes: Record<string, Value | null> = {};
  for (const [name, value] of Object.entries(wanted)) {
    // An attribute may have the name of something that every object inherits, such as valueOf.
    const before = Object.hasOwn(known, name) ? known[name] : null;
    if (value !== undefined && value !== before) changes[name] = value;
  }
  return unlessEmpty(changes);
}

function countAfter(known: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>): number {
  const after = new Set(Object.keys(known));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) after.delete(name);
    else after.add(name);
  }
  return after.size;
}

function unlessEmpty<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}

function refuseFutureBirth(birthDate: string | null | undefined, { now }: Moment): Rejection | null {
  // A person's birthday is counted by the calendar of their own place.
  const birth = birthDate ? readOccurrence(birthDate) : null;
  if (birth === null || beginningOf(birth) <= now) return null;
  return reject('born-in-future', `The date of birth ${birthDate} is in the future: correct it or leave it out.`, '/personal/birthDate');
}
