import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Definition, LogExport, ReadModel } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';
import { definedParameters } from './defined-parameters.js';

/** The meaning of each figure. */
@Controller()
export class DefinitionController {
  readonly #figures: ReadonlyMap<string, ReadModel | LogExport>;

  constructor(@Inject(HTTP_PARTS) { readModels = [], logExports = [] }: HttpParts) {
    this.#figures = new Map([...readModels, ...logExports].map((figure) => [figure.definition.name, figure]));
  }

  @Get('/v1/definitions')
  @Allow('analyst', 'auditor', 'operator', 'privacy-officer', 'integrator')
  @Operation({
    summary: 'What every figure means, in short',
    tag: 'definitions',
    answers: { 200: { description: 'Name, title and summary of each.', type: 'application/json', schema: wholeList(refer('DefinitionLine')) } },
  })
  list(@Res() reply: FastifyReply): void {
    const items = [...this.#figures.values()].map(({ definition: { name, title, summary } }) => ({ name, title, summary, href: `/v1/definitions/${name}` }));
    reply.send({ items, next: null });
  }

  @Get('/v1/definitions/:name')
  @Allow('analyst', 'auditor', 'operator', 'privacy-officer', 'integrator')
  @Operation({
    summary: 'What a figure means',
    description: 'What is counted, formula, window, time zone, what is left out, a worked example, every field.',
    tag: 'definitions',
    answers: { 200: { description: 'The definition.', type: 'application/json', schema: refer('Definition') } },
  })
  one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { name } = request.params as { name: string };
    const figure = this.#figures.get(name);
    if (!figure) {
      const meant = nearest(name, this.#figures.keys());
      const hint = meant ? `Did you mean ${meant}?` : `There are ${[...this.#figures.keys()].join(', ')}.`;
      throw new Problem('not-found', `There is no definition ${name.slice(0, 64)}. ${hint}`, { code: 'definition-unknown' });
    }
    const answer: Definition & { readonly parameters: object } = { ...figure.definition, parameters: definedParameters(figure) };
    reply.send(answer);
  }
}
