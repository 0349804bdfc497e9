import type { Command, Outcome } from './command.js';

/** One of several commands that belong together. */
export interface RowCommand {
  readonly command: Command;
  /** If a rule refuses this command, the others still count. */
  readonly optional?: boolean;
  /** Decided on instead if `command` registers a customer who is registered already. */
  readonly otherwise?: Command;
}

/** Commands of one customer, at least one, that are one decision: all of them are recorded, or none. A row of a file becomes one. */
export type CommandRow = readonly RowCommand[];

export type Refusal = Exclude<Outcome, { status: 'accepted' }>;

export type RowOutcome =
  /** The outcome of each command; an optional one may have been refused. */
  | { readonly status: 'accepted'; readonly outcomes: readonly Outcome[] }
  /** This call recorded nothing of the row. `at`: the index of the refused command. */
  | { readonly status: 'refused'; readonly at: number; readonly outcome: Refusal };

export function customerOfRow(row: CommandRow): string {
  const customerId = row[0]?.command.customerId;
  if (customerId === undefined) throw new RangeError('a row has no command');
  for (const { command, otherwise } of row) {
    if (command.customerId !== customerId || (otherwise && otherwise.customerId !== customerId)) {
      throw new RangeError(`a row is about one customer, not about both ${customerId} and ${command.customerId}`);
    }
  }
  return customerId;
}
