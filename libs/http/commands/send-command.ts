import { Command as BusCommand } from '@nestjs/cqrs';
import type { Command, Outcome } from '@tenure/commanding';
import { type CarriedOut, carriedOutBy } from './carried-out-by.js';

/** Any command of the catalogue. */
export class SendCommand extends BusCommand<Outcome> {
  constructor(readonly sent: Command) {
    super();
  }
}

/** Commands of one body that are appended together: an outcome for each, in order. */
export class SendCommands extends BusCommand<readonly Outcome[]> {
  constructor(readonly sent: readonly Command[]) {
    super();
  }
}

export const sentCommands: readonly CarriedOut[] = [
  carriedOutBy('commands', SendCommand, (commands, { sent }) => commands.execute(sent)),
  carriedOutBy('commands', SendCommands, (commands, { sent }) => commands.executeMany(sent)),
];
