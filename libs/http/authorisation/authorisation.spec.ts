import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type Role, roles } from '@tenure/access';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';
import { assertEveryRouteHasPolicy } from './routes.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const open = ['/', '/asyncapi.json', '/docs', '/docs/{file}', '/docs/problems', '/health/live', '/health/ready', '/openapi.json', '/v1/sign-in'];

/** Every operation of the API's own description, so that no route can be forgotten. */
async function operations(): Promise<Array<{ method: string; path: string; documented: string; roles: string[] | undefined }>> {
  const { paths } = (await edge.application.openApi()) as { paths: Record<string, Record<string, { 'x-roles'?: string[] }>> };
  return Object.entries(paths).flatMap(([documented, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      documented,
      path: documented.replace(/\{\w+\}/g, 'x'),
      roles: operation['x-roles'],
    })),
  );
}

const status = async (method: string, path: string, authorization?: string): Promise<number> => {
  const response = await fetch(edge.url + path, { method, headers: authorization === undefined ? {} : { authorization } });
  await response.body?.cancel();
  return response.status;
};

it('without a key every route but the open ones is 401, also as HEAD', async () => {
  for (const { method, path, documented } of await operations()) {
    const expected = open.includes(documented) ? expect.not.stringMatching(/401|403/) : '401';
    expect([documented, String(await status(method, path))]).toEqual([documented, expected]);
    if (method === 'GET') expect([documented, String(await status('HEAD', path))]).toEqual([documented, expected]);
  }
});

it('each role gets through exactly where the policy says', async () => {
  for (const operation of await operations()) {
    if (operation.roles === undefined || operation.documented === '/v1/events/stream') continue;
    for (const role of roles) {
      const answer = await status(operation.method, operation.path, `Bearer ${tokenOf(role)}`);
      expect([operation.documented, role, answer === 403]).toEqual([operation.documented, role, !operation.roles.includes(role)]);
    }
  }
});

it.each([
  ['nothing', ''],
  ['another scheme', 'Basic dXNlcjpwYXNz'],
  ['an unknown key', 'Bearer nobody'],
  ['an empty key', 'Bearer '],
  ['a huge key', `Bearer ${'x'.repeat(9_000)}`],
])('%s is 401 with a challenge', async (_case, authorization) => {
  const refused = await fetch(`${edge.url}/v1/status`, { headers: { authorization } });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer realm="tenure"/);
  expect(await refused.json()).toMatchObject({ type: '/docs/problems#unauthenticated', status: 401 });
});

it('403 names the roles that would do', async () => {
  const refused = await edge.ask('/v1/keys', { headers: { authorization: `Bearer ${tokenOf('analyst')}` } });
  expect(await refused.json()).toMatchObject({ status: 403, code: 'forbidden', detail: expect.stringContaining('operator or auditor') });
});

it('other spellings of a guarded path are guarded or not there', async () => {
  for (const path of ['/v1/Status', '/v1//status', '/v1/status/', '/v1/%73tatus', '/v1/./status', '/v1/status;x', '//v1/status']) {
    expect([path, [401, 404].includes(await status('GET', path))]).toEqual([path, true]);
  }
});

it('a route without a policy stops the start, and is closed besides', async () => {
  @Controller()
  class Forgotten {
    @Get('/forgotten')
    get(): string {
      return 'open';
    }
  }
  @Module({ controllers: [Forgotten] })
  class App {}
  const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
  expect(() => assertEveryRouteHasPolicy(app)).toThrow('GET /forgotten (Forgotten.get)');
  await app.close();
});

it('the keys of the routes are roles that exist', async () => {
  const named = new Set((await operations()).flatMap((operation) => operation.roles ?? []));
  for (const role of named) expect(roles).toContain(role as Role);
});
