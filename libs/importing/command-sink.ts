import type { CommandRow, RowOutcome } from '@tenure/commanding';

/**
 * Takes rows of commands, those of one customer in the order given, and gives one outcome for each row: all of its commands
 * take effect, or none. A rejected promise means "unknown": import again, nothing doubles.
 */
export interface CommandSink {
  executeRows(rows: readonly CommandRow[]): Promise<RowOutcome[]>;
  /** A sink that decides against the real state and records nothing: what a dry run uses, where it is offered. */
  preview?(): Pick<CommandSink, 'executeRows'>;
}
