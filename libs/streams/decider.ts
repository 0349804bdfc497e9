/** Why a command is refused by a rule. */
export interface Rejection {
  /** Stable, kebab-case. */
  readonly code: string;
  /** A sentence for a person: the reason, and what to do about it. */
  readonly detail: string;
  /** RFC 6901 pointer into the command's body, where one field is at fault. */
  readonly pointer?: string;
}

/** The events that follow from a command, or why it is refused. */
export type Decision<NewEvent> = readonly NewEvent[] | Rejection;

/**
 * What a stream says, and what may be recorded on it next: three pure functions, for every kind of stream.
 * `Event` is a recorded event, `NewEvent` a decided one; `Context` is what a decision depends on beside the stream: the clock, and the settings.
 */
export interface Decider<State, Command, Event, NewEvent, Context> {
  /** The state of a stream without events. */
  initial(): State;
  /** Folds one event in. It may change the given state, which belongs to its caller. */
  evolve(state: State, event: Event): State;
  /** Changes neither the state nor the command. */
  decide(state: State, command: Command, context: Context): Decision<NewEvent>;
}

/** Tells a refusal from any other outcome. */
export function isRejection<T extends object>(outcome: T | Rejection): outcome is Rejection {
  return 'code' in outcome;
}
