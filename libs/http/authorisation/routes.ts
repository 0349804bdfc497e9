import { type INestApplicationContext, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { ModulesContainer } from '@nestjs/core';
import { policyOf } from './allow.js';

/** One route as registered in Nest. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly controller: string;
  readonly handlerName: string;
  readonly handler: object;
}

/** Every route of an application. */
export function routesOf(app: INestApplicationContext): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function') routes.push(...routesOfController(metatype as Type));
    }
  }
  return routes;
}

function routesOfController(controller: Type): Route[] {
  const prefixes = [Reflect.getMetadata(PATH_METADATA, controller) ?? ''].flat() as string[];
  const { prototype } = controller;
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return names.flatMap((handlerName) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, handlerName)?.value as unknown;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL';
    const paths = [Reflect.getMetadata(PATH_METADATA, handler)].flat() as string[];
    return prefixes.flatMap((prefix) => paths.map((path) => ({ method, path: joined(prefix, path), controller: controller.name, handlerName, handler })));
  });
}

function joined(prefix: string, path: string): string {
  return `/${[prefix, path]
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
}

/** Throws when a route has no policy: such a build must not start. */
export function assertEveryRouteHasPolicy(app: INestApplicationContext): void {
  const open = routesOf(app).filter((route) => policyOf(route.handler) === undefined);
  if (open.length === 0) return;
  const names = open.map(({ method, path, controller, handlerName }) => `${method} ${path} (${controller}.${handlerName})`);
  throw new Error(`routes without a policy: ${names.join(', ')}. Give each @Allow(...roles) or @Public().`);
}
