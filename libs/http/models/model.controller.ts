import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Moment } from '@tenure/querying';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { moment } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { ModelService } from '../ports.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { asAtText } from '../queries/query-text.js';
import { fittedSchema } from './model-text.js';

const parameters = new Set(['asAt']);

/** The models behind the figures: their latest fits. */
@Controller()
export class ModelController {
  readonly #models: ModelService;

  constructor(@Inject(HTTP_PARTS) private readonly parts: HttpParts) {
    this.#models = parts.ports.models!;
  }

  @Get('/v1/models')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({
    summary: 'Every model and its latest fit',
    tag: 'models',
    parameters: [asAtText],
    answers: { 200: { description: 'A fit is null while there is none.', type: 'application/json' } },
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send({ items: await this.#models.list(this.#asAt(request)), next: null });
  }

  @Get('/v1/models/:model')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({
    summary: 'The latest fit of a model',
    tag: 'models',
    parameters: [asAtText],
    answers: { 200: { description: 'Parameters, standard errors, likelihood, what it was trained on.', type: 'application/json', schema: fittedSchema } },
  })
  async one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send(await this.#models.latest((request.params as { model: string }).model, this.#asAt(request)));
  }

  #asAt(request: FastifyRequest): Moment | null {
    const text = refuseUnknownParameters(request, parameters).asAt;
    return text === undefined ? null : moment('asAt', text, this.parts.ports.readPosition!);
  }
}
