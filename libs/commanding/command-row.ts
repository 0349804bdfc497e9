import type { Command, Outcome } from './command.js';

/** A command that is one of several which belong together. */
export interface RowCommand {
  readonly command: Command;
  /** The others count even if a rule refuses this one. */
  readonly optional?: boolean;
  /** Decided on if `command` registers a customer who is registered already. */
  readonly otherwise?: Command;
}

/** Commands of one customer, at least one, that are one decision: all of them are recorded, or none. What a row of a file becomes. */
export type CommandRow = readonly RowCommand[];

export type Refusal = Exclude<Outcome, { status: 'accepted' }>;

export type RowOutcome =
  /** The outcome of each command; that of an optional one may be a refusal. */
  | { readonly status: 'accepted'; readonly outcomes: readonly Outcome[] }
  /** Nothing of the row was recorded by this call. `at`: the command that was refused. */
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
