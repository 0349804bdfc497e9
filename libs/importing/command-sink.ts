import type { CommandRow, RowOutcome } from '@tenure/commanding';
import type { LogSecret } from '@tenure/log-secret';

/**
 * Takes rows of commands, those of one customer in the order given, and gives one outcome for each row: all of its commands
 * take effect, or none. A rejected promise means "unknown": import again, nothing doubles.
 */
export interface CommandSink {
  /** Of the log that the rows go into: what rows are called in it is keyed. */
  readonly secret: LogSecret;
  executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]>;
  /** Whether anything is recorded of a customer. */
  knows(customerId: string): Promise<boolean>;
  /** A sink that decides against the real state and records nothing: what a dry run uses, where it is offered. */
  preview?(): Pick<CommandSink, 'executeRows'>;
}
