import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Operations } from '@tenure/operating';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { rfc3339 } from '../freshness/as-of.js';
import { Operation } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { checkedBody } from '../transport/checked-body.js';
import { DiscardParked, RetryParked } from './operation-commands.js';
import { retriedSchema } from './operation-schemas.js';
import { DiscardRequest } from './requests.js';

const discardRequest = compileShape(DiscardRequest);
const parameters = new Set(['projection']);
const json = 'application/json';

interface ParkedPath {
  readonly projection: string;
  readonly customerId: string;
}

/** Customers for whose event a fold threw: they wait, all others continue. */
@Controller()
export class ParkedController {
  readonly #operations: Operations;

  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) { ports }: HttpParts,
  ) {
    this.#operations = ports.operations!;
  }

  @Get('/v1/operations/parked')
  @Allow('operator')
  @Operation({
    summary: 'Customers that are parked, and why',
    tag: 'operations',
    parameters: [{ name: 'projection', in: 'query', description: 'Of one projection only.', schema: { type: 'string' } }],
    answers: { 200: { description: 'The list; empty is well.', type: json, schema: wholeList(refer('ParkedCustomer')) } },
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { projection } = refuseUnknownParameters(request, parameters);
    const parked = await this.#operations.parked(projection ?? null);
    reply.send({ items: parked.map(({ parkedAt, ...rest }) => ({ ...rest, parkedAt: rfc3339(parkedAt) })), next: null });
  }

  @Post('/v1/operations/parked/:projection/:customerId/retry')
  @Allow('operator')
  @Operation({
    summary: 'Apply the waiting events of a customer again',
    tag: 'operations',
    answers: { 200: { description: '`parked` tells whether it stays so.', type: json, schema: retriedSchema } },
  })
  async retry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { projection, customerId } = request.params as ParkedPath;
    reply.code(200).send(await this.bus.execute(new RetryParked(projection, customerId, principalOf(request).id)));
  }

  @Post('/v1/operations/parked/:projection/:customerId/discard')
  @Allow('operator')
  @Operation({
    summary: 'Give up the waiting events of a customer, in this projection',
    tag: 'operations',
    body: { type: json, schema: { $ref: '#/components/schemas/DiscardRequest' } },
    answers: { 204: { description: 'Done. The log keeps them.' } },
  })
  async discard(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { projection, customerId } = request.params as ParkedPath;
    const { reason } = checkedBody(request, discardRequest);
    await this.bus.execute(new DiscardParked(projection, customerId, reason, principalOf(request).id));
    reply.code(204).send();
  }
}
