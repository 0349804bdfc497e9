import type { Rejection } from '@tenure/customer';
import type { NewEvent } from '@tenure/event-log';
import type { Draft } from './draft.js';
import type { KnownCommand } from './known-command.js';

/** A command that a plan adds to a customer. */
export interface PlannedCommand {
  readonly id: string;
  readonly payloadHash: string;
  /** Types of its events, in order. */
  readonly types: readonly string[];
  /** Which of the plan's events is its first. */
  readonly firstEvent: number;
}

/** What becomes of one command, before anything is written. */
export type Decided = { /** Why another command was refused, in the place of which this one was decided. */ readonly insteadOf?: Rejection } & (
  | { readonly kind: 'new' | 'repeated'; readonly planned: PlannedCommand }
  | { readonly kind: 'known'; readonly known: KnownCommand }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'key-reused'; readonly by: KnownCommand | PlannedCommand }
  | { readonly kind: 'revision-mismatch'; readonly actual: number | null }
);

export type DecidedRow =
  | { readonly decided: readonly Decided[]; readonly refusedAt: null }
  /** Of a refused row only the command that was refused. */
  | { readonly refusal: Decided; readonly refusedAt: number };

/** What a customer's next events are and what each row is answered, should the log take them. */
export interface Plan {
  readonly rows: readonly DecidedRow[];
  readonly planned: readonly PlannedCommand[];
  readonly events: readonly NewEvent[];
  /** How many events each row adds, in order; rows that add nothing have no part in it. */
  readonly decisions: readonly number[];
  /** After the events. */
  readonly draft: Draft;
}
