import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Moments } from '@tenure/querying';
import { compileShape } from '@tenure/shape';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Recorded } from '../access/recorded.js';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { Operation } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { KeyRing } from '../ports.js';
import { checkedBody } from '../transport/checked-body.js';
import { keyBody } from './key-body.js';
import { CreateKey, RevokeKey } from './key-commands.js';
import { readExpiry } from './read-expiry.js';
import { CreateKeyRequest, RevokeKeyRequest } from './requests.js';

const createRequest = compileShape(CreateKeyRequest);
const revokeRequest = compileShape(RevokeKeyRequest);
const json = 'application/json';

/** API keys: who may do what. */
@Controller()
export class KeyController {
  readonly #keys: KeyRing;
  readonly #moments: Moments;

  constructor(
    private readonly bus: CommandBus,
    @Inject(HTTP_PARTS) { ports }: HttpParts,
  ) {
    this.#keys = ports.keys;
    this.#moments = ports.moments;
  }

  @Get('/v1/keys')
  @Allow('operator', 'auditor')
  @Operation({
    summary: 'Every key, without what it opens with',
    tag: 'keys',
    answers: { 200: { description: 'Also those revoked.', type: json, schema: wholeList(refer('Key')) } },
  })
  list(@Res() reply: FastifyReply): void {
    reply.send({ items: this.#keys.list().map(keyBody), next: null });
  }

  @Post('/v1/keys')
  @Recorded('key')
  @Allow('operator')
  @Operation({
    summary: 'Make a key',
    tag: 'keys',
    body: { type: json, schema: { $ref: '#/components/schemas/CreateKeyRequest' } },
    answers: { 201: { description: 'With `token`, which is shown this once and kept nowhere.', type: json, schema: refer('CreatedKey') } },
  })
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { name, roles, expires } = checkedBody(request, createRequest);
    const expiresAt = expires === undefined ? null : readExpiry(expires, Date.now(), this.#moments);
    const { token, ...entry } = await this.bus.execute(new CreateKey({ name, roles, expiresAt }, principalOf(request)));
    request.accessSubject = entry.keyId;
    reply.code(201).send({ ...keyBody(entry), token });
  }

  @Post('/v1/keys/:keyId/revoke')
  @Recorded('key')
  @Allow('operator')
  @Operation({
    summary: 'Revoke a key, at once and for ever',
    description: 'What it has open (event streams, bulks, imports, exports) ends within a second, in every process.',
    tag: 'keys',
    body: { type: json, schema: { $ref: '#/components/schemas/RevokeKeyRequest' } },
    answers: { 204: { description: 'It opens nothing any more.' } },
  })
  async revoke(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { keyId } = request.params as { keyId: string };
    const { reason } = checkedBody(request, revokeRequest);
    await this.bus.execute(new RevokeKey(keyId, reason, principalOf(request).id));
    reply.code(204).send();
  }
}
