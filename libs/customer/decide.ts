import { nearest, show } from '@tenure/shape';
import type { AspectCommand, DecideContext, Decision, Moment } from './aspect.js';
import { aspects } from './aspects.js';
import { type CustomerCommand } from './command.js';
import { customerRegistered } from './identity/events.js';
import type { IdentityState } from './identity/evolve.js';
import { beginningOf, type Occurrence, printOccurrence, readOccurrence } from './occurrence.js';
import { isRejection, type Rejection, reject } from './rejection.js';
import type { CustomerState } from './state.js';

const byName = new Map<string, AspectCommand>(aspects.flatMap(({ commands }) => commands.map((command) => [command.name, command])));

/** Histories begin with the oldest records a firm may still have; before that a date is a slip of the pen. */
const EARLIEST = Date.UTC(1900, 0, 1);

const DAY = 86_400_000;

/** A customer registered by the first fact about it has no more than an id. */
const registeredByFirstFact: IdentityState = Object.freeze({
  registered: true,
  party: 'person',
  attributes: {},
  personal: {},
  closed: null,
});

/** A command whose body has the shape of its name's class. */
export interface Command {
  readonly name: string;
  readonly data: object;
}

/** The facts that follow from a command, at least one, or why it is refused. Pure: changes neither state nor command. */
export function decide(state: CustomerState, command: Command, context: DecideContext): Decision {
  const definition = byName.get(command.name);
  if (!definition) return refuseUnknownCommand(command.name);
  const data = command.data as CustomerCommand;
  const occurrence = data.occurredAt ? readOccurrence(data.occurredAt) : { occurredAt: context.now };
  const refused = refuseTime(occurrence, data, context) ?? refuseStanding(state.identity, definition, data, context);
  if (refused) return refused;
  const moment: Moment = {
    now: context.now,
    allowedSkewMs: context.allowedSkewMs,
    commandId: context.commandId,
    registerUnknown: context.registerUnknown,
    occurredAt: occurrence?.occurredAt ?? context.now,
    precision: occurrence?.precision,
  };
  if (state.identity.registered || definition.requires === 'unknown') return definition.decide(state, data, moment);
  const decision = definition.decide({ ...state, identity: registeredByFirstFact }, data, moment);
  if (isRejection(decision)) return decision;
  return [customerRegistered(moment, { party: 'person', attributes: {} }), ...decision];
}

function refuseTime(occurrence: Occurrence | null, data: CustomerCommand, { now, allowedSkewMs }: DecideContext): Rejection | null {
  if (occurrence === null) {
    const detail = `${show(data.occurredAt)} is not a time: write it as 2026-03-01T12:30:00Z, or as 2026-03-01 where only the day is known.`;
    return reject('wrong-time', detail, '/occurredAt');
  }
  if (beginningOf(occurrence) > now + allowedSkewMs) {
    const limit = `at most ${duration(allowedSkewMs)} ahead of the engine's clock (${new Date(now).toISOString()})`;
    const detail = `${data.occurredAt} is in the future: occurredAt may be ${limit}. Record it once it has happened, or correct the time or its zone.`;
    return reject('occurred-in-future', detail, '/occurredAt');
  }
  if (occurrence.occurredAt < EARLIEST) {
    return reject('occurred-too-early', `${data.occurredAt} is before the year 1900: correct the year of occurredAt.`, '/occurredAt');
  }
  return null;
}

function refuseStanding(identity: IdentityState, { requires }: AspectCommand, { customerId }: CustomerCommand, context: DecideContext): Rejection | null {
  if (requires === 'unknown') {
    if (!identity.registered) return null;
    const remedy = identity.closed ? 'ReopenCustomer takes a closed customer back' : 'change what is known of it with ChangeCustomerDetails';
    return reject('customer-already-registered', `Customer ${customerId} is registered already: ${remedy}.`, '/customerId');
  }
  if (!identity.registered && !context.registerUnknown) {
    return reject('customer-unknown', `There is no customer ${customerId}: register it with RegisterCustomer first, or correct the customerId.`, '/customerId');
  }
  if (requires === 'open' && identity.closed) {
    const since = printOccurrence(identity.closed);
    const detail = `Customer ${customerId} is closed since ${since} (reason: ${identity.closed.reason}): take it back with ReopenCustomer first.`;
    return reject('customer-closed', detail, '/customerId');
  }
  if (requires === 'closed' && !identity.closed) {
    return reject('customer-not-closed', `Customer ${customerId} is not closed: there is nothing to reopen.`, '/customerId');
  }
  return null;
}

function refuseUnknownCommand(name: string): Rejection {
  const near = nearest(name, byName.keys());
  const remedy = near ? `did you mean ${near}?` : `there are ${[...byName.keys()].join(', ')}.`;
  return reject('command-unknown', `There is no command ${show(name)}: ${remedy}`);
}

function duration(milliseconds: number): string {
  if (milliseconds >= DAY && milliseconds % DAY === 0) return `${milliseconds / DAY} d`;
  if (milliseconds >= 60_000 && milliseconds % 60_000 === 0) return `${milliseconds / 60_000} min`;
  return `${milliseconds / 1000} s`;
}
