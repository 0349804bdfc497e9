import { Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { jsonBody } from '../transport/media-type.js';
import { CatalogueOfCommands } from './catalogue-of-commands.js';
import { expectedRevision, idempotencyKey } from './command-headers.js';
import { customerSenders } from './command-route.js';
import { type Accepted, problemOfOutcome } from './outcome-problem.js';
import { SendCommand } from './send-command.js';

/** One command on a customer, one answer. */
@Controller()
export class CommandController {
  constructor(
    private readonly bus: CommandBus,
    private readonly catalogue: CatalogueOfCommands,
  ) {}

  @Post('/v1/commands/:name')
  @Allow(...customerSenders)
  @Operation({ summary: 'Send one command' })
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name } = request.params as { name: string };
    const { headers } = request;
    const command = this.catalogue.find(name);
    const id = idempotencyKey(headers);
    const revision = expectedRevision(headers, 'customer');
    const data = jsonBody(request);
    this.catalogue.check(command, data);
    const sent = { name, customerId: data.customerId, id, data, actor: principalOf(request).id, expectedRevision: revision, traceparent: request.traceparent };
    const outcome = await this.bus.execute(new SendCommand(sent));
    if (outcome.status !== 'accepted') throw problemOfOutcome(outcome);
    if (outcome.replayed) reply.code(200).header('Idempotency-Replayed', 'true');
    else reply.code(201);
    reply.header('ETag', `"${outcome.revision}"`).send(acceptedBody(outcome));
  }
}

export function acceptedBody({ commandId, customerId, revision, position, events }: Accepted): object {
  return { commandId, customerId, revision, position, events };
}
