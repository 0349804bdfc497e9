import type { Command, Outcome } from '@tenure/commanding';

/** Takes commands, those of one customer in the order of the file, and gives one outcome for each. A rejected promise means "unknown": import again, nothing doubles. */
export interface CommandSink {
  executeMany(commands: readonly Command[]): Promise<Outcome[]>;
  /** A sink that decides against the real state and records nothing: what a dry run uses, where it is offered. */
  preview?(): Pick<CommandSink, 'executeMany'>;
}
