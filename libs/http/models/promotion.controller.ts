import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { ModelOutcome } from '@tenure/fitting';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { idempotencyKey } from '../commands/command-headers.js';
import { position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { checkedBody } from '../transport/checked-body.js';
import { PromoteModel, RetireModel } from './fit-request.js';
import { SendPromotion, SendRetirement } from './model-commands.js';
import { promoteModelText, retireModelText } from './model-text.js';

const promoteModel = compileShape(PromoteModel);
const retireModel = compileShape(RetireModel);

/** Which fit of a model is in force: decisions, recorded on the model's stream. */
@Controller()
export class PromotionController {
  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) private readonly parts: HttpParts,
  ) {}

  @Post('/v1/commands/PromoteModel')
  @Allow('analyst', 'operator')
  @Operation(promoteModelText)
  async promote(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const commandId = idempotencyKey(request.headers);
    const { model, fit, reason } = checkedBody(request, promoteModel);
    const at = position('fit', fit, this.parts.ports.moments);
    send(reply, model, await this.bus.execute(new SendPromotion(model, at, reason ?? null, principalOf(request).id, commandId)));
  }

  @Post('/v1/commands/RetireModel')
  @Allow('analyst', 'operator')
  @Operation(retireModelText)
  async retire(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const commandId = idempotencyKey(request.headers);
    const { model, currency, reason } = checkedBody(request, retireModel);
    send(reply, model, await this.bus.execute(new SendRetirement(model, currency ?? null, reason ?? null, principalOf(request).id, commandId)));
  }
}

function send(reply: FastifyReply, model: string, outcome: ModelOutcome): void {
  if (outcome.status === 'key-reused') throw new Problem('key-reused', outcome.detail);
  const { replayed, commandId, revision, position: at, events } = outcome;
  if (replayed) reply.code(200).header('Idempotency-Replayed', 'true');
  else reply.code(201);
  reply.send({ commandId, model, revision, position: at, events });
}
