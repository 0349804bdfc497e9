import type { RecordedEvent } from '@tenure/event-log';
import type { Schema } from '@tenure/shape/schema';
import { type Decider, isRejection } from './decider.js';
import type { DeclaredCommand } from './declared-command.js';
import type { Fold } from './folded-stream.js';
import type { DecidedEvent, DecisionContext } from './stream-commands.js';
import type { StreamKind } from './stream-kind.js';

/** A command by name, with its body as sent. */
export interface NamedCommand {
  readonly name: string;
  readonly data: object;
}

/** The decider of a kind of stream other than customers. */
export type StreamDecider<State> = Decider<State, NamedCommand, RecordedEvent, DecidedEvent, DecisionContext>;

/** A kind of stream with commands of its own. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has a state of its own; `decidedKind` ties it to the commands
export interface DecidedKind<State = any> extends StreamKind {
  readonly streams: 'one-per-id';
  readonly eventSchemas: Readonly<Record<string, Schema>>;
  /** Several of them: the group of the kind's commands in the API's pages. */
  readonly plural: string;
  /** The field by which each command names its stream. */
  readonly idField: string;
  /** The existing ids. Left out where any caller may begin another stream. */
  readonly ids?: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: each command has a body of its own
  readonly commands: readonly DeclaredCommand<State, any>[];
  readonly decider: StreamDecider<State>;
}

interface Declaration<State, IdField extends string> extends Omit<DecidedKind<State>, 'streams' | 'eventTypes' | 'decider' | 'commands'> {
  readonly idField: IdField;
  readonly fold: Fold<State>;
  /** Each body has the field that names the stream. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly commands: readonly (DeclaredCommand<State, any> & { readonly shape: new () => Readonly<Record<IdField, string>> })[];
}

/** Makes one decider of a kind's fold and the rules of its commands. */
export function decidedKind<State, IdField extends string>({ fold, ...declared }: Declaration<State, IdField>): DecidedKind<State> {
  const kind = { ...declared, eventTypes: Object.keys(declared.eventSchemas) };
  const byName = new Map(kind.commands.map((command) => [command.shape.name, command]));
  const decider: StreamDecider<State> = {
    ...fold,
    decide(state, { name, data }, context) {
      const command = byName.get(name);
      if (command === undefined) throw new TypeError(`Streams of kind ${kind.name} have no command ${name}.`);
      const decision = command.decide(state, data, context);
      if (!isRejection(decision)) requireDeclared(kind, name, decision);
      return decision;
    },
  };
  return { ...kind, streams: 'one-per-id', decider };
}

/** Events are recorded for ever, and shown to the readers of the kind: an event of an undeclared type must not be recorded. */
function requireDeclared({ name, eventTypes }: Pick<StreamKind, 'name' | 'eventTypes'>, command: string, events: readonly DecidedEvent[]): void {
  if (events.length === 0) throw new TypeError(`${command} has decided on no event and refused nothing.`);
  const strange = events.find(({ type }) => !eventTypes.includes(type));
  if (strange) throw new TypeError(`${command} has decided on ${strange.type}, which is no event type of kind ${name}.`);
}
