import type { Role } from '@tenure/access/role';
import type { EventLogReader } from '@tenure/event-log';
import type { ShapeClass } from '@tenure/shape';
import type { Decision, Rejection } from './decider.js';
import type { DecidedEvent, DecisionContext } from './stream-commands.js';

/** A command on streams of one kind. Route, bulk line, command line, OpenAPI and guard follow from it. */
export interface DeclaredCommand<State, Body extends object> {
  /** The class of its body; the command is named as the class. `@Describe` gives each field its sentence and its example. */
  readonly shape: ShapeClass<Body>;
  readonly summary: string;
  readonly description?: string;
  /** Who may send it. */
  readonly senders: readonly [Role, ...Role[]];
  /** The body in one form, whatever was left out of it: what is decided on, and what the same key must ask for again. As it was sent, where this is left out. */
  inOneForm?(body: Body, positions: Pick<EventLogReader, 'readPosition'>): OneForm<Body>;
  /** Pure. At least one event, or why the command is refused. */
  decide(state: State, body: Body, context: DecisionContext): Decision<DecidedEvent>;
  /** The status of a refusal by `inOneForm` or `decide`: 422 if left out; 400 for commands that answered so before they were declared. */
  readonly refusedWith?: 400;
}

/** A body in one form, or why there is none: a body may have a field `code` as a refusal has. */
export type OneForm<Body> = { readonly body: Body } | { readonly rejection: Rejection };

/** Ties the shape of a command to its rule, so that the two agree on the body. */
export function declaredCommand<State, Body extends object>(command: DeclaredCommand<State, Body>): DeclaredCommand<State, Body> {
  return command;
}
