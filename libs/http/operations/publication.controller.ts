import { Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { checkedBody } from '../transport/checked-body.js';
import { Republish } from './operation-commands.js';
import { publicationSchema } from './operation-schemas.js';
import { PublicationRequest } from './requests.js';

const publicationRequest = compileShape(PublicationRequest);

/** The publication of the log to the topic, in the distributed profile. */
@Controller()
export class PublicationController {
  constructor(private readonly bus: CommandBus) {}

  @Post('/v1/operations/publications')
  @Allow('operator')
  @Operation({
    summary: 'Publish the log to the topic again, from its beginning',
    description:
      'For a topic that was lost or made anew. Goes on by itself as soon as a relay runs; `/v1/status` says how far it is. Nothing is counted twice. With `acceptLoss` also ' +
      'for a log that was restored to an earlier state, emptied or put in the place of another (`log-facts-missing` otherwise): that is recorded in the log as `LogRestored`, and read ' +
      'models that are not of it are set aside and built anew.',
    tag: 'operations',
    body: { type: 'application/json', schema: { $ref: '#/components/schemas/PublicationRequest' } },
    answers: {
      202: { description: 'The relay begins anew; `position` is that of the decision in the log.', type: 'application/json', schema: publicationSchema },
    },
  })
  async republish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason, acceptLoss } = checkedBody(request, publicationRequest);
    reply.code(202).send(await this.bus.execute(new Republish({ reason, acceptLoss: acceptLoss ?? false }, principalOf(request).id)));
  }
}
