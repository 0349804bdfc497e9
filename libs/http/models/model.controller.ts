import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Moment } from '@tenure/querying';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { moment, position } from '../freshness/read-freshness.js';
import { Operation } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { Models } from '../ports.js';
import { refuseUnknownParameters } from '../queries/compiled-query.js';
import { asAtText } from '../queries/query-text.js';

const ofList = new Set(['asAt']);
const ofOne = new Set(['fit', 'currency', 'asAt']);

/** The models behind the figures: their fits, and which of them are in force. */
@Controller()
export class ModelController {
  readonly #models: Models;

  constructor(@Inject(HTTP_PARTS) private readonly parts: HttpParts) {
    this.#models = parts.ports.models!;
  }

  @Get('/v1/models')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({
    summary: 'Every model and its latest fit',
    tag: 'models',
    parameters: [asAtText],
    answers: {
      200: {
        description: 'A fit is null while there is none; a model of spend has an item for each currency.',
        type: 'application/json',
        schema: wholeList(refer('ListedModel')),
      },
    },
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send({ items: await this.#models.list(this.#asAt(refuseUnknownParameters(request, ofList).asAt)), next: null });
  }

  @Get('/v1/models/:model')
  @Allow('analyst', 'auditor', 'operator')
  @Operation({
    summary: 'A fit of a model: the latest, the one in force, or one by its position',
    description:
      'In force, of the fits of its model: the one that was promoted, until it is retired; else the latest with no `until`, no `population` and the default unit. Per currency. Of the models of purchases the one promoted last scores, else the one with the lowest AIC (`model.chosen` in the answers).',
    tag: 'models',
    parameters: [
      { name: 'fit', in: 'query', description: '`latest` (default), `in-force`, or the position of a fit.', schema: { type: 'string', default: 'latest' } },
      {
        name: 'currency',
        in: 'query',
        description: 'Of a model of spend, which is fitted in each currency by itself; that of its latest fit if left out.',
        schema: { type: 'string' },
      },
      asAtText,
    ],
    answers: {
      200: {
        description: 'Parameters, standard errors, likelihood, what it was trained on, and `inForce`.',
        type: 'application/json',
        schema: refer('ModelFit'),
      },
    },
  })
  async one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { model } = request.params as { model: string };
    const given = refuseUnknownParameters(request, ofOne);
    const fit =
      given.fit === undefined || given.fit === 'latest' || given.fit === 'in-force' ? given.fit : position('fit', given.fit, this.parts.ports.moments);
    reply.send(await this.#models.one(model, { fit, currency: given.currency?.toUpperCase() }, this.#asAt(given.asAt)));
  }

  #asAt(text: string | undefined): Moment | null {
    return text === undefined ? null : moment('asAt', text, this.parts.ports.moments);
  }
}
