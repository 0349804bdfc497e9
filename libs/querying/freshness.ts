import type { Position } from '@tenure/event-log';

/** A moment of the log, standing for what was recorded by then. */
export type Moment = { readonly position: Position } | { readonly recordedAt: number };

export interface Freshness {
  /** Answer from a state that holds at least this position. */
  readonly minPosition: Position | null;
  /** How long to wait for `minPosition`. */
  readonly timeoutMs: number;
  readonly onTimeout: 'stale' | 'fail';
  /** Answer as of this moment of recording; null is now. */
  readonly asAt: Moment | null;
}

/** How fresh an answer is: what the read model had taken in, and how far that is behind the log. */
export interface AsOf {
  readonly position: Position | null;
  /** Epoch milliseconds. */
  readonly recordedAt: number | null;
  readonly lagMs: number;
}

/** `minPosition` was not reached within the time given. */
export class NotCaughtUp extends Error {
  constructor(
    readonly asOf: AsOf,
    readonly minPosition: Position,
  ) {
    super(`the read model stands at ${asOf.position ?? 'the beginning'} and has not reached ${minPosition}`);
    this.name = 'NotCaughtUp';
  }
}
