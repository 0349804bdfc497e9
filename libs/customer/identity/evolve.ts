import type { Fact } from '../fact.js';
import type { Occurrence } from '../occurrence.js';
import type {
  AttributeValue,
  CustomerDetailsChanged,
  CustomerDetailsChangedPersonal,
  CustomerRegistered,
  CustomerRegisteredPersonal,
  Party,
} from './events.js';

export interface IdentityState {
  registered: boolean;
  /** The date of its registration; null before. */
  since: Occurrence | null;
  party: Party;
  /** Kept so that a change can be told from no change. */
  attributes: Record<string, AttributeValue>;
  personal: Record<string, string>;
  closed: Occurrence | null;
}

export function nobody(): IdentityState {
  return { registered: false, since: null, party: 'person', attributes: {}, personal: {}, closed: null };
}

export function evolveRegistered(state: IdentityState, { data, personal, occurredAt, precision }: Fact<CustomerRegistered, CustomerRegisteredPersonal>): void {
  state.registered = true;
  state.since = { occurredAt, precision };
  state.party = data.party;
  state.attributes = { ...data.attributes };
  state.personal = withoutNote(personal);
}

export function evolveDetailsChanged(state: IdentityState, { data, personal }: Fact<CustomerDetailsChanged, CustomerDetailsChangedPersonal>): void {
  if (data.party !== undefined) state.party = data.party;
  apply(state.attributes, data.attributes ?? {});
  apply(state.personal, withoutNote(personal));
}

export function evolveClosed(state: IdentityState, { occurredAt, precision }: Fact): void {
  state.closed = { occurredAt, precision };
}

export function evolveReopened(state: IdentityState): void {
  state.closed = null;
}

function apply<Value>(target: Record<string, Value>, changes: Readonly<Record<string, Value | null>>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete target[name];
    else target[name] = value;
  }
}

/** The personal part of an event without its note; empty where it has been erased. */
function withoutNote<Value extends string | null>(personal: object | undefined): Record<string, Value> {
  const { note: _, ...details }: Record<string, Value> = { ...personal };
  return details;
}
