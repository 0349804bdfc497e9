import { Inject, type Type } from '@nestjs/common';
import { type Command, CommandHandler, type CommandResult } from '@nestjs/cqrs';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { HttpPorts } from '../ports.js';

/** A handler on Nest's command bus, and the port that it needs. */
export interface CarriedOut {
  readonly port: keyof HttpPorts;
  readonly handler: Type;
}

/** The handler of a command: passes it to a port. Everything recorded or changed over HTTP goes this one way. */
export function carriedOutBy<Port extends keyof HttpPorts, Sent extends Command<unknown>>(
  port: Port,
  command: abstract new (...parts: never[]) => Sent,
  carryOut: (service: NonNullable<HttpPorts[Port]>, command: Sent) => Promise<CommandResult<Sent>>,
): CarriedOut {
  @CommandHandler(command)
  class Handler {
    constructor(@Inject(HTTP_PARTS) readonly parts: HttpParts) {}

    execute(sent: Sent): Promise<CommandResult<Sent>> {
      return carryOut(this.parts.ports[port] as NonNullable<HttpPorts[Port]>, sent);
    }
  }
  return { port, handler: Handler };
}
