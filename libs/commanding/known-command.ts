import type { Position } from '@tenure/event-log';

/** A command that this customer's stream already holds. */
export interface KnownCommand {
  readonly payloadHash: string;
  readonly firstRevision: number;
  /** Types of its events, in order. */
  readonly types: readonly string[];
  /** Position of its last event. */
  readonly position: Position;
}
