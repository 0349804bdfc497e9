import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { roles } from '@tenure/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { principalOf } from '../authorisation/access.guard.js';
import { Allow } from '../authorisation/allow.js';
import { rfc3339 } from '../freshness/as-of.js';
import { Operation } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { KeyRing } from '../ports.js';

/** What a key tells its own holder. */
@Controller()
export class HolderController {
  readonly #keys: KeyRing;

  constructor(@Inject(HTTP_PARTS) { ports }: HttpParts) {
    this.#keys = ports.keys;
  }

  @Get('/v1/me')
  @Allow(...roles)
  @Operation({
    summary: 'Whose key this is, and what it may do',
    description: 'For any good key, whatever its roles: so that a page or a script can try a key before it relies on it.',
    tag: 'keys',
    answers: { 200: { description: 'The key that the request was sent with.', type: 'application/json', schema: refer('KeyHolder') } },
  })
  me(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const principal = principalOf(request);
    const key = this.#keys.keyOf(principal);
    const expiresAt = key?.expiresAt ?? null;
    reply.send({ name: principal.name, keyId: key?.keyId ?? null, roles: principal.roles, expiresAt: expiresAt === null ? null : rfc3339(expiresAt) });
  }
}
