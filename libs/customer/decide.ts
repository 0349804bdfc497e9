import { nearest, show } from '@tenure/shape';
import type { AspectCommand, DecideContext, Decision, Moment } from './aspect.js';
import { aspects } from './aspects.js';
import type { CustomerCommand, DatedCommand } from './command.js';
import { customerRegistered } from './identity/events.js';
import type { IdentityState } from './identity/evolve.js';
import { isBefore, type Occurrence, printOccurrence, readOccurrence } from './occurrence.js';
import { type MoneyField, moneyFieldsOf, refuseAmounts } from './refuse-amount.js';
import { refuseTime } from './refuse-time.js';
import { alreadyRegistered, isRejection, type Rejection, reject } from './rejection.js';
import type { CustomerState } from './state.js';

// biome-ignore lint/suspicious/noExplicitAny: each aspect has a state of its own
interface KnownCommand extends AspectCommand<any> {
  readonly aspect: keyof CustomerState;
  readonly amounts: readonly MoneyField[];
}

const byName = new Map<string, KnownCommand>(
  aspects.flatMap(({ name: aspect, commands }) => commands.map((command) => [command.name, { ...command, aspect, amounts: moneyFieldsOf(command.shape) }])),
);

/** A customer registered by the first fact about it has only an id. */
const registeredByFirstFact: IdentityState = Object.freeze({
  registered: true,
  since: null,
  party: 'person',
  attributes: {},
  personal: {},
  closed: null,
});

/** A command whose body has the shape of the class that it names. */
export interface Command {
  readonly name: string;
  readonly data: object;
}

/** The facts that follow from a command, at least one, or the reason for its refusal. Pure: changes neither state nor command. */
export function decide(state: CustomerState, command: Command, context: DecideContext): Decision {
  const definition = byName.get(command.name);
  if (!definition) return refuseUnknownCommand(command.name);
  const data = command.data as CustomerCommand & Pick<DatedCommand, 'occurredAt'>;
  const occurrence = data.occurredAt ? readOccurrence(data.occurredAt) : { occurredAt: context.now };
  const refused =
    refuseTime(occurrence, data.occurredAt, context, 'occurredAt') ??
    refuseStanding(state.identity, definition, data, context, occurrence) ??
    refuseAmounts(data, definition.amounts, context.largestAmount);
  if (refused) return refused;
  const moment: Moment = {
    now: context.now,
    allowedSkewMs: context.allowedSkewMs,
    largestAmount: context.largestAmount,
    commandId: context.commandId,
    registerUnknown: context.registerUnknown,
    occurredAt: occurrence?.occurredAt ?? context.now,
    precision: occurrence?.precision,
  };
  if (state.identity.registered || definition.requires === 'unknown') return definition.decide(state[definition.aspect], data, moment);
  const decision = definition.decide(definition.aspect === 'identity' ? registeredByFirstFact : state[definition.aspect], data, moment);
  if (isRejection(decision)) return decision;
  return [customerRegistered(moment, { party: 'person', attributes: {} }), ...decision];
}

function refuseStanding(
  identity: IdentityState,
  { requires }: KnownCommand,
  { customerId, occurredAt }: CustomerCommand & Pick<DatedCommand, 'occurredAt'>,
  context: DecideContext,
  occurrence: Occurrence | null,
): Rejection | null {
  if (requires === 'unknown') {
    if (!identity.registered) return null;
    const remedy = identity.closed ? 'ReopenCustomer takes a closed customer back' : 'change what is known of it with ChangeCustomerDetails';
    const { since } = identity;
    const isOfAnotherTime = occurredAt && occurrence && since !== null && (isBefore(occurrence, since) || isBefore(since, occurrence));
    const when = isOfAnotherTime ? `, since ${printOccurrence(since)} and not ${occurredAt}` : '';
    return reject(alreadyRegistered, `Customer ${customerId} is registered already${when}: ${remedy}.`, isOfAnotherTime ? '/occurredAt' : '/customerId');
  }
  if (!identity.registered && !context.registerUnknown) {
    return reject('customer-unknown', `There is no customer ${customerId}: register it with RegisterCustomer first, or correct the customerId.`, '/customerId');
  }
  if (requires === 'open' && identity.closed) {
    const since = printOccurrence(identity.closed);
    const detail = `Customer ${customerId} is closed since ${since}: take it back with ReopenCustomer first.`;
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
