import type { INestApplicationContext } from '@nestjs/common';
import type { Principal } from '@tenure/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { addressOf, entryOf } from '../access/record-access.js';
import type { Audit, KeyRing } from '../ports.js';
import { Problem } from '../problems/problem.js';
import { policyOf } from './allow.js';
import { LoginThrottle } from './login-throttle.js';
import type { OpenRequests } from './open-requests.js';
import { routesOf } from './routes.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The sender of the request; null on public routes, where nobody has to identify themselves. */
    principal: Principal | null;
  }
}

const REMEMBERED = 10_000;
const DAY_MS = 86_400_000;

/**
 * Authenticates a request when its head has arrived, before a byte of its body is read, on every route that is not public. The
 * route is the one that the router found: no spelling of a path leads around it.
 */
export class Authentication {
  readonly #public = new Set<string>();

  readonly #throttle = new LoginThrottle();
  /** Pairs of key and address that have been seen today. */
  readonly #seen = new LRUCache<string, true>({ max: REMEMBERED, ttl: DAY_MS });

  constructor(
    private readonly keys: KeyRing,
    private readonly audit: Audit,
    private readonly open: OpenRequests,
  ) {}

  /** Call it before routes are added to the server. */
  watch(fastify: FastifyInstance): void {
    fastify.decorateRequest('principal', null);
    fastify.addHook('onRequest', (request, reply, done) => {
      const { url, method } = request.routeOptions;
      if (url === undefined) return done();
      if (this.#public.has(`${method} ${url}`)) {
        request.principal = this.#whoever(request);
        return done();
      }
      try {
        const principal = this.#principalOf(request);
        request.principal = principal;
        this.#recordLogin(request, principal);
        this.open.add(principal, reply.raw);
        done();
      } catch (error) {
        done(error as Error);
      }
    });
  }

  /** Learns the public routes; every other route needs a key. */
  knows(app: INestApplicationContext): void {
    for (const { method, path, handler } of routesOf(app)) {
      if (policyOf(handler) !== 'public') continue;
      this.#public.add(`${method} ${path}`);
      if (method === 'GET') this.#public.add(`HEAD ${path}`);
    }
  }

  /** A public route is open to everybody, and may tell more to the holder of a key. */
  #whoever(request: FastifyRequest): Principal | null {
    if (request.headers.authorization === undefined) return null;
    try {
      return this.#principalOf(request);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  #principalOf(request: FastifyRequest): Principal {
    const { authorization } = request.headers;
    if (authorization === undefined) throw unauthenticated('Send the header Authorization: Bearer <key>.', '');
    if (!/^bearer /i.test(authorization)) throw unauthenticated('The header Authorization must be: Bearer <key>.', '');
    const principal = this.keys.authenticate(authorization.slice(7).trim());
    if (principal === null) throw this.#refusalOf(request);
    return principal;
  }

  #refusalOf(request: FastifyRequest): Problem {
    this.audit.record(entryOf(request, 'login', 'refused'));
    const seconds = this.#throttle.failed(addressOf(request));
    if (seconds === 0) return unauthenticated('The key is not known, was revoked or has come to its end.', ', error="invalid_token"');
    return new Problem('too-many-failed-logins', `Too many unknown keys came from this address. Try the next in ${seconds} s; a good key is let in at once.`, {
      retryAfterSeconds: seconds,
    });
  }

  /** A key's first request of a day from an address is its login. */
  #recordLogin(request: FastifyRequest, { id }: Principal): void {
    const pair = `${id} ${addressOf(request)}`;
    if (this.#seen.has(pair)) return;
    this.#seen.set(pair, true);
    this.audit.record(entryOf(request, 'login', 'done'));
  }
}

function unauthenticated(detail: string, reason: string): Problem {
  return new Problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': `Bearer realm="tenure"${reason}` } });
}
