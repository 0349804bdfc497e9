import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Principal, Role } from '@tenure/access';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { type Policy, policyOf } from './allow.js';

/** The one guard, on every route: the principal needs one of the route's roles. A route without a policy is closed to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #policies = new Map<object, Policy | undefined>();

  canActivate(context: ExecutionContext): boolean {
    const policy = this.#policyOf(context.getHandler());
    if (policy === 'public') return true;
    const principal = principalOf(context.getArgByIndex<FastifyRequest>(0));
    if (policy === undefined) throw new Problem('forbidden', 'This path is closed: it has no policy.');
    if (principal.roles.some((role) => policy.has(role))) return true;
    throw lacksRole(principal, policy, 'this');
  }

  #policyOf(handler: object): Policy | undefined {
    const known = this.#policies.get(handler);
    if (known !== undefined) return known;
    const policy = policyOf(handler);
    this.#policies.set(handler, policy);
    return policy;
  }
}

/** The refusal: `what` needs one of some roles, and this key has none of them. */
export function lacksRole({ name, roles }: Principal, needed: Iterable<Role>, what: string): Problem {
  return new Problem('forbidden', `The key "${name}" has the roles ${roles.join(', ')}; ${what} needs ${[...needed].join(' or ')}.`);
}

/** The holder of the key, for routes behind the guard. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Problem('unauthenticated', 'This needs a key.');
  return request.principal;
}
