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
  /** Index of its first event among the plan's. */
  readonly firstEvent: number;
}

/** The decision on one command, before anything is written. */
export type Decided = { /** Why the command was refused that this one replaced. */ readonly insteadOf?: Rejection } & (
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

/** The next events of a customer, and the answer of each row if the log records them. */
export interface Plan {
  readonly rows: readonly DecidedRow[];
  readonly planned: readonly PlannedCommand[];
  readonly events: readonly NewEvent[];
  /** How many events each row adds, in order; rows that add nothing are not in it. */
  readonly decisions: readonly number[];
  /** The state after the events. */
  readonly draft: Draft;
}
