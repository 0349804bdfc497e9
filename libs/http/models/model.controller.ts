import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { moment } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Moment, ModelService } from '../ports.js';
import { checkedBody } from '../transport/checked-body.js';
import { asAtText } from '../queries/query-text.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { FitModelRequest } from './fit-request.js';

const parameters = new Set(['asAt']);
const fitRequest = compileShape(FitModelRequest);
const fitted = { type: 'object', required: ['model', 'parameters', 'converged', 'position'], additionalProperties: true };

/** The models behind the figures: their latest fits, and a new one. */
@Controller()
export class ModelController {
  readonly #models: ModelService;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#models = ports.models!;
  }

  @Get('/v1/models')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({ summary: 'Every model and its latest fit', tag: 'models', parameters: [asAtText], answers: { 200: { description: 'A fit is null while there is none.', type: 'application/json' } } })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send({ items: await this.#models.list(asAt(request)), next: null });
  }

  @Get('/v1/models/:model')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({ summary: 'The latest fit of a model', tag: 'models', parameters: [asAtText], answers: { 200: { description: 'Parameters, standard errors, likelihood, what it was trained on.', type: 'application/json', schema: fitted } } })
  async one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send(await this.#models.latest((request.params as { model: string }).model, asAt(request)));
  }

  @Post('/v1/models/:model/fits')
  @Allow('analyst', 'operator')
  @Operation({
    summary: 'Fit a model anew',
    description: 'Recorded as `ModelFitted`; from then on figures are scored with it.',
    tag: 'models',
    body: { type: 'application/json', schema: { $ref: '#/components/schemas/FitModelRequest' } },
    answers: { 201: { description: 'The new fit.', type: 'application/json', schema: fitted } },
  })
  async fit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { until, unit, population } = checkedBody(request, fitRequest);
    const { model } = request.params as { model: string };
    const wanted = { model, until: until ?? undefined, unit: unit ?? undefined, population: population ?? undefined };
    reply.code(201).send(await this.#models.fit(wanted, principalOf(request).id));
  }
}

function asAt(request: FastifyRequest): Moment | null {
  const text = refuseUnknownParameters(request, parameters)['asAt'];
  return text === undefined ? null : moment('asAt', text);
}
