import type { Role } from '@tenure/access/role';
import type { EventLogReader } from '@tenure/event-log';
import type { ShapeClass } from '@tenure/shape';
import type { Decision, Rejection } from './decider.js';
import type { DecidedEvent, DecisionContext } from './stream-commands.js';

/** A command on streams of one kind. Route, bulk line, command line, OpenAPI and guard follow from it. */
export interface DeclaredCommand<State, Body extends object> {
  /** The class of its body; the command has the name of the class. `@Describe` gives each field its sentence and its example. */
  readonly shape: ShapeClass<Body>;
  readonly summary: string;
  readonly description?: string;
  /** Roles that may send it. */
  readonly senders: readonly [Role, ...Role[]];
  /** Normalises the body: the result is decided on, and must be the same for a repeated key. If left out, the body stays as sent. */
  inOneForm?(body: Body, positions: Pick<EventLogReader, 'readPosition'>): OneForm<Body>;
  /** Pure. At least one event, or why the command is refused. */
  decide(state: State, body: Body, context: DecisionContext): Decision<DecidedEvent>;
  /** The status of a refusal by `inOneForm` or `decide`: 422 if left out; 400 for commands that used it before they were declared. */
  readonly refusedWith?: 400;
}

/** The normalised body, or the reason for a refusal. Wrapped, because a body may have a field `code` as a refusal has. */
export type OneForm<Body> = { readonly body: Body } | { readonly rejection: Rejection };

/** Ties the shape of a command to its rule, so that the two agree on the body. */
export function declaredCommand<State, Body extends object>(command: DeclaredCommand<State, Body>): DeclaredCommand<State, Body> {
  return command;
}
