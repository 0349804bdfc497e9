import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { compileShape } from '@tenure/shape';
import type { CommandOfKind } from '@tenure/streams';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { checkedBody } from '../transport/checked-body.js';
import { expectedRevision, idempotencyKey } from './command-headers.js';
import { problemOfSent } from './outcome-problem.js';
import { SendToStream } from './send-to-stream.js';
import { streamCommandText } from './stream-command-text.js';

/** The route of a command that a kind of stream declares. */
export function streamCommandController(declared: CommandOfKind): Type {
  const { kind, name, command } = declared;
  const shape = compileShape<Readonly<Record<string, string>>>(command.shape);

  @Controller()
  class StreamCommandController {
    constructor(@Inject(CommandBus) readonly bus: CommandBus) {}

    @Post(`/v1/commands/${name}`)
    @Allow(...command.senders)
    @Operation(() => streamCommandText(declared))
    async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const { headers, traceparent } = request;
      const id = idempotencyKey(headers);
      const revision = expectedRevision(headers, kind.name);
      const data = checkedBody(request, shape);
      const sent = { name, data, id, actor: principalOf(request).id, expectedRevision: revision, traceparent };
      const outcome = await this.bus.execute(new SendToStream(sent));
      if (outcome.status !== 'recorded') throw problemOfSent(outcome, declared);
      if (outcome.replayed) reply.code(200).header('Idempotency-Replayed', 'true');
      else reply.code(201);
      const { commandId, revision: now, position, events } = outcome;
      reply.header('ETag', `"${now}"`).send({ commandId, [kind.idField]: data[kind.idField], revision: now, position, events });
    }
  }
  Object.defineProperty(StreamCommandController, 'name', { value: `${name} on streams of kind ${kind.name}` });
  return StreamCommandController;
}
