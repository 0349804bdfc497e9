import { Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Operations, RebuildStatus } from '@tenure/operating';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../authorisation/allow.js';
import { rfc3339 } from '../freshness/as-of.js';
import { Operation } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { checkedBody } from '../transport/checked-body.js';
import { CancelRebuild, StartRebuild } from './operation-commands.js';
import { RebuildRequest } from './requests.js';

const rebuildRequest = compileShape(RebuildRequest);
const status = { description: 'State, progress, and once done the result.', type: 'application/json', schema: refer('Rebuild') };

/** Rebuilding read models beside the live ones. */
@Controller()
export class RebuildController {
  readonly #operations: Operations;

  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) { ports }: HttpParts,
  ) {
    this.#operations = ports.operations!;
  }

  @Post('/v1/operations/rebuilds')
  @Allow('operator')
  @Operation({
    summary: 'Start a rebuild',
    description: 'Goes on by itself; `Location` says where to look how far it is.',
    tag: 'operations',
    body: { type: 'application/json', schema: { $ref: '#/components/schemas/RebuildRequest' } },
    answers: { 202: status },
  })
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { projection, check } = checkedBody(request, rebuildRequest);
    const asked = { projection: projection ?? null, check: check ?? false };
    const started = await this.bus.execute(new StartRebuild(asked));
    reply.code(202).header('Location', `/v1/operations/rebuilds/${started.id}`).send(rebuildBody(started));
  }

  @Get('/v1/operations/rebuilds/:id')
  @Allow('operator')
  @Operation({ summary: 'How far a rebuild is', tag: 'operations', answers: { 200: status } })
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    reply.send(rebuildBody(await this.#operations.rebuild((request.params as { id: string }).id)));
  }

  @Delete('/v1/operations/rebuilds/:id')
  @Allow('operator')
  @Operation({ summary: 'Cancel a rebuild', description: 'The live read models stay as they are.', tag: 'operations', answers: { 200: status } })
  async cancel(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id } = request.params as { id: string };
    reply.send(rebuildBody(await this.bus.execute(new CancelRebuild(id))));
  }
}

function rebuildBody({ startedAt, ...rest }: RebuildStatus): object {
  return { ...rest, startedAt: rfc3339(startedAt) };
}
