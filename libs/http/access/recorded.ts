import 'reflect-metadata';
import type { AccessKind } from '@tenure/access';

const RECORDED = 'tenure:recorded';

/** Each use of the route is recorded, with its outcome. */
export function Recorded(kind: AccessKind): MethodDecorator {
  return (_target, _name, descriptor) => Reflect.defineMetadata(RECORDED, kind, descriptor.value as object);
}

export function recordedKindOf(handler: object): AccessKind | undefined {
  return Reflect.getMetadata(RECORDED, handler) as AccessKind | undefined;
}
