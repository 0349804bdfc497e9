import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { askerOf } from '../authorisation/asker-of.js';
import { asOfBody } from '../freshness/as-of.js';
import { moment } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { replayedSchema } from './operation-schemas.js';

const parameters = new Set(['to', 'customerId']);

/** The state as it was recorded by a moment. */
@Controller()
export class ReplayController {
  constructor(@Inject(HTTP_PARTS) private readonly parts: HttpParts) {}

  @Get('/v1/replay')
  @Allow('auditor', 'operator', 'analyst', 'privacy-officer')
  @Operation({
    summary: 'The state as it was then',
    tag: 'operations',
    parameters: [
      {
        name: 'to',
        in: 'query',
        required: true,
        description: 'A position, an RFC 3339 time of recording, or a day: its end in the reporting time zone.',
        schema: { type: 'string' },
      },
      { name: 'customerId', in: 'query', description: 'Of one customer; without it the counts over all.', schema: { type: 'string' } },
    ],
    answers: { 200: { description: 'The state, folded from the events up to then.', type: 'application/json', schema: replayedSchema } },
  })
  async replay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { to, customerId } = refuseUnknownParameters(request, parameters);
    const { operations, moments } = this.parts.ports;
    const { answer, asOf } = await operations!.replay(moment('to', to, moments), customerId ?? null, askerOf(request, reply));
    reply.send({ ...answer, asOf: asOfBody(asOf) });
  }
}
