import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { CommandGateway, CommandOutcome, SentCommand } from '../ports.js';
import { Problem } from '../problems/problem.js';

/** What the edge puts on Nest's command bus: any command of the catalogue. */
export class SendCommand extends Command<CommandOutcome> {
  constructor(readonly sent: SentCommand) {
    super();
  }
}

@CommandHandler(SendCommand)
export class SendCommandHandler implements ICommandHandler<SendCommand> {
  readonly #gateway: CommandGateway | undefined;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#gateway = ports.commands;
  }

  execute({ sent }: SendCommand): Promise<CommandOutcome> {
    if (!this.#gateway) throw new Problem('not-found', 'This process takes no commands.');
    return this.#gateway.execute(sent);
  }
}
