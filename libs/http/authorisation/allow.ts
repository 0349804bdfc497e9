import 'reflect-metadata';
import type { Role } from '@tenure/access';

/** Who may use a route: anyone, or principals with one of these roles. */
export type Policy = 'public' | ReadonlySet<Role>;

const POLICY = 'tenure:policy';

/** The policy of a route: one of these roles is needed. */
export function Allow(...roles: readonly [Role, ...Role[]]): MethodDecorator {
  const policy: Policy = new Set(roles);
  return (_target, _name, descriptor) => Reflect.defineMetadata(POLICY, policy, descriptor.value as object);
}

/** The policy of a route that needs no key. */
export function Public(): MethodDecorator {
  return (_target, _name, descriptor) => Reflect.defineMetadata(POLICY, 'public', descriptor.value as object);
}

export function policyOf(handler: object): Policy | undefined {
  return Reflect.getMetadata(POLICY, handler) as Policy | undefined;
}
