/** Why a command is refused by a rule. */
export interface Rejection {
  /** Stable, kebab-case. */
  readonly code: string;
  /** A sentence for a person: what is in the way, and what to do about it. */
  readonly detail: string;
  /** RFC 6901 pointer into the command's body, where one field is at fault. */
  readonly pointer?: string;
}

/** The events that follow from a command, or why it is refused. */
export type Decision<NewEvent> = readonly NewEvent[] | Rejection;

/**
 * What a stream says, and what may be recorded on it next: three pure functions, for every kind of stream.
 * `Event` is one as it was recorded, `NewEvent` one as it is decided; `Context` is what a decision looks at beside the stream: the clock, and what settings allow.
 */
export interface Decider<State, Command, Event, NewEvent, Context> {
  /** Of a stream without events. */
  initial(): State;
  /** Takes one event in. It may change the state it is given, which is its caller's own. */
  evolve(state: State, event: Event): State;
  /** Changes neither the state nor the command. */
  decide(state: State, command: Command, context: Context): Decision<NewEvent>;
}

/** Tells a refusal from what would have come instead. */
export function isRejection<T extends object>(outcome: T | Rejection): outcome is Rejection {
  return 'code' in outcome;
}
