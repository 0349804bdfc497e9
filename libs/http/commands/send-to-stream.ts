import { Command } from '@nestjs/cqrs';
import type { SentOutcome, SentToStream } from '@tenure/streams';
import { type CarriedOut, carriedOutBy } from './carried-out-by.js';

/** Any command that a kind of stream declares. */
export class SendToStream extends Command<SentOutcome> {
  constructor(readonly sent: SentToStream) {
    super();
  }
}

export const sentToStreams: readonly CarriedOut[] = [carriedOutBy('streamCommands', SendToStream, (commands, { sent }) => commands.execute(sent))];
