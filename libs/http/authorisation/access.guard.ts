import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@tenure/access';
import type { FastifyRequest } from 'fastify';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import type { KeyRing } from '../ports.js';
import { Problem } from '../problems/problem.js';
import { type Policy, policyOf } from './allow.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; null on public routes. */
    principal: Principal | null;
  }
}

/** The one guard, on every route. A route without a policy is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #keys: KeyRing;
  readonly #policies = new Map<object, Policy | undefined>();

  constructor(@Inject(HTTP_PARTS) parts: HttpParts) {
    this.#keys = parts.ports.keys;
  }

  canActivate(context: ExecutionContext): boolean {
    const policy = this.#policyOf(context.getHandler());
    if (policy === 'public') return true;
    const request = context.getArgByIndex<FastifyRequest>(0);
    const principal = this.#principalOf(request.headers.authorization);
    if (policy === undefined) throw new Problem('forbidden', 'This path is closed: it has no policy.');
    if (!principal.roles.some((role) => policy.has(role))) {
      throw new Problem('forbidden', `The key "${principal.name}" has the roles ${principal.roles.join(', ')}; this needs ${[...policy].join(' or ')}.`);
    }
    request.principal = principal;
    return true;
  }

  #policyOf(handler: object): Policy | undefined {
    const known = this.#policies.get(handler);
    if (known !== undefined) return known;
    const policy = policyOf(handler);
    this.#policies.set(handler, policy);
    return policy;
  }

  #principalOf(authorization: string | undefined): Principal {
    if (authorization === undefined) throw unauthenticated('Send the header Authorization: Bearer <key>.', '');
    if (!/^bearer /i.test(authorization)) throw unauthenticated('The header Authorization must be: Bearer <key>.', '');
    const principal = this.#keys.authenticate(authorization.slice(7).trim());
    if (principal === null) throw unauthenticated('The key is not known, or was revoked.', ', error="invalid_token"');
    return principal;
  }
}

function unauthenticated(detail: string, reason: string): Problem {
  return new Problem('unauthenticated', detail, { headers: { 'WWW-Authenticate': `Bearer realm="tenure"${reason}` } });
}

/** The holder of the key, behind the guard. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Problem('unauthenticated', 'This needs a key.');
  return request.principal;
}
