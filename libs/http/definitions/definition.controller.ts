import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Definition } from '@tenure/querying';
import { nearest } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { Problem } from '../problems/problem.js';

/** What each figure means, beside the figures. */
@Controller()
export class DefinitionController {
  readonly #definitions: ReadonlyMap<string, Definition>;

  constructor(@Inject(HTTP_PARTS) { readModels = [], logExports = [] }: HttpParts) {
    this.#definitions = new Map([...readModels, ...logExports].map(({ definition }) => [definition.name, definition]));
  }

  @Get('/v1/definitions')
  @Allow('analyst', 'auditor', 'operator', 'privacy-officer', 'integrator')
  @Operation({
    summary: 'What every figure means, in short',
    tag: 'definitions',
    answers: { 200: { description: 'Name, title and summary of each.', type: 'application/json', schema: wholeList(refer('DefinitionLine')) } },
  })
  list(@Res() reply: FastifyReply): void {
    const items = [...this.#definitions.values()].map(({ name, title, summary }) => ({ name, title, summary, href: `/v1/definitions/${name}` }));
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
    const definition = this.#definitions.get(name);
    if (!definition) {
      const meant = nearest(name, this.#definitions.keys());
      const hint = meant ? `Did you mean ${meant}?` : `There are ${[...this.#definitions.keys()].join(', ')}.`;
      throw new Problem('not-found', `There is no definition ${name.slice(0, 64)}. ${hint}`, { code: 'definition-unknown' });
    }
    reply.send(definition);
  }
}
