import type { CommandRow, RowOutcome } from '@tenure/commanding';
import type { LogSecret } from '@tenure/log-secret';

/**
 * Takes rows of commands, those of one customer in the order given, and returns one outcome for each row: all of its commands
 * take effect, or none. A rejected promise means "unknown": import again, nothing doubles.
 */
export interface CommandSink {
  /** The secret of the log that the rows go into: their ids are keyed with it. */
  readonly secret: LogSecret;
  executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]>;
  /** Whether anything is recorded about a customer. */
  knows(customerId: string): Promise<boolean>;
  /** A sink that decides against the real state and records nothing: used by a dry run, where it is offered. */
  preview?(): Pick<CommandSink, 'executeRows'>;
}
