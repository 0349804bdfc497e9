import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { roles } from '@tenure/access';
import type { Client } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** Open to everybody: whether the process lives, and what the API is. */
const open = [
  '/',
  '/assets/{file}',
  '/asyncapi.json',
  '/docs',
  '/docs/problems',
  '/docs/{file}',
  '/favicon.svg',
  '/health/live',
  '/health/ready',
  '/openapi.json',
  '/v1/sign-in',
];

interface Route {
  readonly documented: string;
  readonly path: string;
  readonly method: string;
  readonly roles: readonly string[] | undefined;
}
interface MadeKey {
  readonly keyId: string;
  readonly token: string;
}

describe('a key', () => {
  let data: string;
  let engine: EngineProcess;
  let routes: Route[];
  const keys = new Map<string, MadeKey>();

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    const { paths } = await engine.client.get<{ paths: Record<string, Record<string, { 'x-roles'?: string[] }>> }>('/openapi.json');
    routes = Object.entries(paths).flatMap(([documented, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        documented,
        path: documented.replace(/\{\w+\}/g, 'x'),
        method: method.toUpperCase(),
        roles: operation['x-roles'],
      })),
    );
    for (const role of roles) keys.set(role, await engine.client.post<MadeKey>('/v1/keys', { name: role, roles: [role] }));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** Only the status: a route that streams for ever is left after its head. */
  const status = async (client: Client, { method, path }: Pick<Route, 'method' | 'path'>): Promise<number> => {
    const stop = new AbortController();
    const response = await client.open(path, { method, signal: stop.signal });
    stop.abort();
    return response.status;
  };
  const nobody = () => engine.client.with(null);
  const holder = (role: string) => engine.client.with(keys.get(role)!.token);

  /** Mismatches: routes that accept the token, except open ones, and open routes that refuse it. A client that tries too many keys has to wait (429). */
  const openTo = async (token: string | null): Promise<string[]> => {
    const asHead = routes.filter(({ method }) => method === 'GET').map((route) => ({ ...route, method: 'HEAD' }));
    const mismatches = [];
    for (const route of [...routes, ...asHead]) {
      const answered = await status(engine.client.with(token), route);
      if ([401, 429].includes(answered) === open.includes(route.documented)) mismatches.push(`${route.method} ${route.documented}: ${answered}`);
    }
    return mismatches;
  };

  it('is needed for every route but the open ones, known paths or not', async () => {
    expect(routes.length).toBeGreaterThan(50);
    expect(await openTo(null)).toEqual([]);
  });

  it('opens what its role may see and nothing else', async () => {
    const mismatches = [];
    for (const route of routes.filter(({ documented }) => !open.includes(documented))) {
      for (const role of roles) {
        const answered = await status(holder(role), route);
        if ((answered === 403) !== !route.roles!.includes(role) || answered === 401) mismatches.push([role, route.method, route.documented, answered]);
      }
    }
    expect(mismatches).toEqual([]);
  }, 60_000);

  it('of an analyst sends no command, of an integrator makes no key, of neither erases or operates', async () => {
    const purchase = { customerId: 'C-1', amount: { minor: 1, currency: 'EUR' } };
    expect((await holder('analyst').send('RecordPurchase', purchase)).status).toBe(403);
    expect((await holder('auditor').send('RecordPurchase', purchase)).status).toBe(403);
    const registered = await holder('integrator').send('RegisterCustomer', { customerId: 'C-1' });
    expect(registered.status).toBe(201);
    const { position } = registered.json<{ position: string }>();
    expect((await holder('integrator').postAnswer('/v1/keys', { name: 'own', roles: ['operator'] })).status).toBe(403);
    expect((await holder('integrator').ask('/v1/retention')).status).toBe(403);
    expect((await holder('integrator').ask(`/v1/customers/C-1?minPosition=${position}`)).status).toBe(200); // for the revision in If-Match
    expect((await holder('analyst').postAnswer('/v1/operations/rebuilds', { check: true })).status).toBe(403);
  });

  it('is refused with a challenge and the remedy', async () => {
    const none = await nobody().ask('/v1/retention');
    expect([none.status, none.headers.get('www-authenticate'), none.headers.get('content-type')]).toEqual([
      401,
      expect.stringMatching(/^Bearer/),
      expect.stringContaining('application/problem+json'),
    ]);
    expect(none.json()).toMatchObject({ code: 'unauthenticated', detail: expect.stringContaining('Authorization'), requestId: expect.any(String) });
    const wrong = await engine.client.with('tk_0000000000000000_nothing').ask('/v1/retention');
    expect([wrong.status, wrong.json()]).toEqual([401, expect.objectContaining({ code: 'unauthenticated' })]);
    expect((await holder('analyst').ask('/v1/keys')).json()).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('operator') });
  });

  it('is never shown again, not in the list and not among the events', async () => {
    const list = (await engine.client.ask('/v1/keys')).text;
    const events = (await engine.client.ask('/v1/events?limit=1000')).text;
    for (const { token } of keys.values()) {
      const secret = token.slice(token.indexOf('_', 3) + 1);
      expect(secret.length).toBeGreaterThan(20);
      expect([list.includes(secret), events.includes(secret)]).toEqual([false, false]);
    }
  });

  it('lives over a restart until it is revoked, then at once and for ever opens nothing', async () => {
    await engine.kill();
    engine = await EngineProcess.start({ data });
    expect((await holder('analyst').ask('/v1/retention')).status).toBe(200);
    const revoked = await engine.client.postAnswer(`/v1/keys/${keys.get('analyst')!.keyId}/revoke`, { reason: 'left the company' });
    expect(revoked.status).toBe(204);
    expect((await holder('analyst').ask('/v1/retention')).status).toBe(401);
    await engine.kill();
    engine = await EngineProcess.start({ data });
    expect((await holder('analyst').ask('/v1/retention')).status).toBe(401);
  }, 60_000);

  it('of the first start is shown once, and works', async () => {
    const fresh = join(temporaryFolder(), 'data');
    const first = await EngineProcess.start({ data: fresh, environment: { TENURE_API_KEY: undefined } });
    const { firstKey } = first;
    expect((await first.client.with(firstKey).ask('/v1/status')).status).toBe(200);
    await first.stop();
    const second = await EngineProcess.start({ data: fresh, environment: { TENURE_API_KEY: undefined } });
    expect(second.firstKey).toBeNull();
    expect((await second.client.with(firstKey).ask('/v1/status')).status).toBe(200);
    await second.stop();
  }, 60_000);

  it('that is wrong, revoked or expired opens nothing at all', async () => {
    const expires = new Date(Date.now() + 1_000).toISOString();
    const expired = await engine.client.post<MadeKey>('/v1/keys', { name: 'short-lived', roles, expires });
    const revoked = await engine.client.post<MadeKey>('/v1/keys', { name: 'taken away', roles });
    await engine.client.postAnswer(`/v1/keys/${revoked.keyId}/revoke`, { reason: 'in a spec' });
    await delay(Math.max(0, Date.parse(expires) - Date.now()) + 10);
    for (const token of ['tk_0000000000000000_nothing', revoked.token, expired.token]) expect(await openTo(token)).toEqual([]);
  }, 60_000);
});
