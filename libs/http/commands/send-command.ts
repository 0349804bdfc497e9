import { Inject } from '@nestjs/common';
import { Command as BusCommand, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command, Outcome } from '@tenure/commanding';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Commands } from '../ports.js';
import { Problem } from '../problems/problem.js';

/** What the edge puts on Nest's command bus: any command of the catalogue. */
export class SendCommand extends BusCommand<Outcome> {
  constructor(readonly sent: Command) {
    super();
  }
}

@CommandHandler(SendCommand)
export class SendCommandHandler implements ICommandHandler<SendCommand> {
  readonly #gateway: Commands | undefined;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#gateway = ports.commands;
  }

  execute({ sent }: SendCommand): Promise<Outcome> {
    if (!this.#gateway) throw new Problem('not-found', 'This process takes no commands.');
    return this.#gateway.execute(sent);
  }
}
