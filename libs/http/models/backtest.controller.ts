import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { expectedRevision, idempotencyKey } from '../commands/command-headers.js';
import { problemOfModelCommand } from '../commands/outcome-problem.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Models } from '../ports.js';
import { checkedBody } from '../transport/checked-body.js';
import { signalOfClient } from '../transport/signal-of-client.js';
import { BacktestModel } from './fit-request.js';
import { SendBacktest } from './model-commands.js';
import { backtestModelText, backtestsText } from './model-text.js';

const backtestModel = compileShape(BacktestModel);

/** How well a model would have predicted a past whose outcome is known. */
@Controller()
export class BacktestController {
  readonly #models: Models;

  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) { ports }: HttpParts,
  ) {
    this.#models = ports.models!;
  }

  @Post('/v1/commands/BacktestModel')
  @Allow('analyst', 'operator')
  @Operation(backtestModelText)
  async command(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { headers } = request;
    const options = { commandId: idempotencyKey(headers), expectedRevision: expectedRevision(headers, 'model'), signal: signalOfClient(reply) };
    const { model, at, horizon, campaign } = checkedBody(request, backtestModel);
    const asked = { model, at, horizon: horizon ?? 'P90D', ...(campaign && { campaign }) };
    const outcome = await this.bus.execute(new SendBacktest(asked, principalOf(request).id, options));
    if (outcome.status !== 'accepted') throw problemOfModelCommand(outcome);
    if (outcome.replayed) reply.code(200).header('Idempotency-Replayed', 'true');
    else reply.code(201);
    const { commandId, revision, position, events, backtest } = outcome;
    reply.header('ETag', `"${revision}"`).send({ commandId, model, revision, position, events, backtest });
  }

  @Get('/v1/models/:model/backtests')
  @Allow('analyst', 'auditor', 'operator')
  @Operation(backtestsText)
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { model } = request.params as { model: string };
    reply.send({ items: await this.#models.backtests(model), next: null });
  }
}
