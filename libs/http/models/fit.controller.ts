import { Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FitOutcome } from '@tenure/fitting';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { expectedRevision, idempotencyKey } from '../commands/command-headers.js';
import { problemOfModelCommand } from '../commands/outcome-problem.js';
import { Operation } from '../openapi/operation.js';
import { checkedBody } from '../transport/checked-body.js';
import { signalOfClient } from '../transport/signal-of-client.js';
import { FitModel, FitModelRequest } from './fit-request.js';
import { SendFit } from './model-commands.js';
import { fitModelText, fitText } from './model-text.js';

type Fitted = Extract<FitOutcome, { status: 'accepted' }>;

const fitModel = compileShape(FitModel);
const fitRequest = compileShape(FitModelRequest);

/** A new fit of a model: as a command, and as a part of the model. */
@Controller()
export class FitController {
  constructor(private readonly bus: CommandBus) {}

  @Post('/v1/commands/FitModel')
  @Allow('analyst', 'operator')
  @Operation(fitModelText)
  async command(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const commandId = idempotencyKey(request.headers);
    const { model, ...wanted } = checkedBody(request, fitModel);
    const { commandId: id, revision, position, events } = await this.#fit(request, reply, model, wanted, commandId);
    reply.send({ commandId: id, model, revision, position, events });
  }

  @Post('/v1/models/:model/fits')
  @Allow('analyst', 'operator')
  @Operation(fitText)
  async fit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { headers } = request;
    const commandId = headers['idempotency-key'] === undefined ? undefined : idempotencyKey(headers);
    const { model } = request.params as { model: string };
    const { fitted } = await this.#fit(request, reply, model, checkedBody(request, fitRequest), commandId);
    reply.send(fitted);
  }

  async #fit(request: FastifyRequest, reply: FastifyReply, model: string, wanted: FitModelRequest, commandId: string | undefined): Promise<Fitted> {
    const { until, unit, population, currency } = wanted;
    const asked = { model, until: until ?? undefined, unit: unit ?? undefined, population: population ?? undefined, currency: currency ?? undefined };
    const options = { commandId, expectedRevision: expectedRevision(request.headers, 'model'), signal: signalOfClient(reply) };
    const outcome = await this.bus.execute(new SendFit(asked, principalOf(request).id, options));
    if (outcome.status !== 'accepted') throw problemOfModelCommand(outcome);
    if (outcome.replayed) reply.code(200).header('Idempotency-Replayed', 'true');
    else reply.code(201);
    reply.header('ETag', `"${outcome.revision}"`);
    return outcome;
  }
}
