import type { INestApplicationContext } from '@nestjs/common';
import type { Principal } from '@tenure/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { KeyRing } from '../ports.js';
import { Problem } from '../problems/problem.js';
import { policyOf } from './allow.js';
import type { OpenRequests } from './open-requests.js';
import { routesOf } from './routes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; null where nobody was asked, on public routes. */
    principal: Principal | null;
  }
}

/**
 * Who sends a request is settled when its head is there, before a byte of its body is read, on every route that is not
 * public. The route is the one that the router has found: no spelling of a path leads around it.
 */
export class Authentication {
  readonly #public = new Set<string>();

  constructor(
    private readonly keys: KeyRing,
    private readonly open: OpenRequests,
  ) {}

  /** Must see the server before its routes are added. */
  watch(fastify: FastifyInstance): void {
    fastify.decorateRequest('principal', null);
    fastify.addHook('onRequest', (request, reply, done) => {
      const { url, method } = request.routeOptions;
      if (url === undefined || this.#public.has(`${method} ${url}`)) return done();
      try {
        request.principal = this.#principalOf(request);
        this.open.add(request.principal, reply.raw);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  }

  /** Every other route asks for a key. */
  knows(app: INestApplicationContext): void {
    for (const { method, path, handler } of routesOf(app)) {
      if (policyOf(handler) !== 'public') continue;
      this.#public.add(`${method} ${path}`);
      if (method === 'GET') this.#public.add(`HEAD ${path}`);
    }
  }

  #principalOf({ headers: { authorization } }: FastifyRequest): Principal {
    if (authorization === undefined) throw unauthenticated('Send the header Authorization: Bearer <key>.', '');
    if (!/^bearer /i.test(authorization)) throw unauthenticated('The header Authorization must be: Bearer <key>.', '');
    const principal = this.keys.authenticate(authorization.slice(7).trim());
    if (principal === null) throw unauthenticated('The key is not known, was revoked or has come to its end.', ', error="invalid_token"');
    return principal;
  }
}

function unauthenticated(detail: string, reason: string): Problem {
  return new Problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': `Bearer realm="tenure"${reason}` } });
}
