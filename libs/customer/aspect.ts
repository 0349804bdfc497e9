import type { ShapeClass } from '@tenure/shape';
import type { Decision as DecisionOf } from '@tenure/streams';
import type { CommandDefinition, CustomerCommand, Standing } from './command.js';
import type { EventSchemas } from './event-schema.js';
import type { Fact, NewFact } from './fact.js';
import type { Occurrence } from './occurrence.js';

/** The circumstances of a decision, apart from the customer's own history. Times are epoch milliseconds. */
export interface DecideContext {
  readonly now: number;
  /** How far ahead of `now` the clock of a caller may be. */
  readonly allowedSkewMs: number;
  /** How large an amount may be, in minor units. Facts recorded earlier may hold larger ones. */
  readonly largestAmount: number;
  /** Names the recorded fact where the caller gave no name. */
  readonly commandId: string;
  /** True for an import: an unregistered customer is registered by the first fact about it. */
  readonly registerUnknown: boolean;
}

/** A context once the command's `occurredAt` has been read. */
export interface Moment extends DecideContext, Occurrence {}

export type Decision = DecisionOf<NewFact>;

export type Decide<State, Command> = (state: State, command: Command, moment: Moment) => Decision;

/** A command of one aspect together with the rule that decides on it. */
export interface AspectCommand<State> {
  readonly name: string;
  readonly shape: ShapeClass<CustomerCommand>;
  readonly summary: string;
  readonly requires: Standing;
  // biome-ignore lint/suspicious/noExplicitAny: each command has a body of its own; `command` below ties the two
  readonly decide: Decide<State, any>;
}

/** An event type of one aspect: its readable versions, its content, and how it changes the aspect's state. */
export interface AspectEvent<State> {
  readonly type: string;
  readonly versions: readonly number[];
  /**
   * Of two facts about the same thing at the same moment the one of higher rank is the later: a change at the moment of
   * registration comes after it. 0 to 31; 0, if left out: the event begins something.
   */
  readonly rank?: number;
  /** For a fact that can be corrected or voided: the property that names it. */
  readonly correctable?: string;
  /** For an event that corrects or voids a fact: the property that names that fact. */
  readonly changes?: string;
  /** A sentence for a person that says what happened; from the facts only, nothing personal. `commandId` names a fact without an id. */
  // biome-ignore lint/suspicious/noExplicitAny: as below
  sentence(data: any, commandId: string): string;
  /** Changes the state in place. Left out where no rule depends on the event. */
  // biome-ignore lint/suspicious/noExplicitAny: each event type has data of its own
  evolve?(state: State, fact: Fact<any, any>): void;
  /** Converts version 1 to version 2. Left out where the only difference is that texts are personal (`event-schemas.ts`). */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  fromVersion1?(said: Said<any, any>): Said;
}

/** The content of an event, without its time and customer. */
export interface Said<Data = Readonly<Record<string, unknown>>, Personal = Readonly<Record<string, unknown>> | undefined> {
  readonly data: Data;
  readonly personal: Personal;
}

/**
 * What can happen to a customer in one respect. Its rules see only its own state: whether the customer as a whole is known and open
 * is checked beforehand (`Standing`).
 */
export interface Aspect<Name extends string, State> {
  readonly name: Name;
  /** The state of a customer without events. */
  initial(): State;
  /**
   * Properties by which its commands and events name what they are about, such as `orderId`. Its rules look only at what a command
   * names, at what the facts about that name in turn, and at the customer as a whole (`subjects.ts`).
   */
  readonly ids: readonly string[];
  readonly commands: readonly AspectCommand<State>[];
  readonly events: readonly AspectEvent<State>[];
  /** The content of each of its events, by type and version. */
  readonly eventSchemas: EventSchemas;
}

/** Ties a command's class to its rule, so that the two agree on the body. The command has the name of its class. */
export function command<State, Command extends CustomerCommand>(
  shape: ShapeClass<Command>,
  requires: Standing,
  summary: string,
  decide: Decide<State, Command>,
): AspectCommand<State> {
  return { name: shape.name, shape, requires, summary, decide };
}

export function definitionOf(aspect: string, { name, shape, summary, requires }: Omit<CommandDefinition, 'aspect'>): CommandDefinition {
  return { name, aspect, shape, summary, requires };
}
