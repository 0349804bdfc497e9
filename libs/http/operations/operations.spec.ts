import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const post = (path: string, body: unknown) => edge.ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const importFile = (path: string, body: string, type = 'text/csv') => edge.ask(path, { method: 'POST', headers: { 'content-type': type }, body });

it('live, ready, not ready', async () => {
  expect(await (await fetch(`${edge.url}/health/live`)).json()).toEqual({ status: 'live' });
  expect((await fetch(`${edge.url}/health/ready`)).status).toBe(200);
  edge.engine.notReady = ['The read model retention is being built.'];
  const missing = await edge.ask('/health/ready');
  expect(missing.status).toBe(503);
  expect(await missing.json()).toMatchObject({ code: 'not-ready', detail: 'The read model retention is being built.' });
  const asked = await fetch(`${edge.url}/health/ready`);
  expect(asked.status).toBe(503);
  expect(await asked.text()).not.toContain('retention');
  edge.engine.notReady = [];
});

it('metrics count requests by route', async () => {
  await edge.ask('/v1/customers/c1');
  const text = await (await edge.ask('/metrics')).text();
  expect(text).toContain('tenure_http_request_seconds_count{method="GET",route="/v1/customers/:customerId",status="200"} 1');
});

it('a rebuild is started, looked at, cancelled', async () => {
  const started = await post('/v1/operations/rebuilds', { check: true });
  expect([started.status, started.headers.get('location')]).toEqual([202, '/v1/operations/rebuilds/r1']);
  expect(await started.json()).toMatchObject({ id: 'r1', check: true, projection: null, startedAt: '1970-01-01T00:00:00.000Z' });
  expect((await (await edge.ask('/v1/operations/rebuilds/r1')).json()).state).toBe('done');
  expect((await (await edge.ask('/v1/operations/rebuilds/r1', { method: 'DELETE' })).json()).state).toBe('cancelled');
  expect((await (await post('/v1/operations/rebuilds', { chek: true })).json()).errors[0]).toMatchObject({ pointer: '/chek', code: 'unknown-field' });
});

it('parked customers are listed, retried, discarded with a reason', async () => {
  expect((await (await edge.ask('/v1/operations/parked')).json()).items[0]).toMatchObject({ customerId: 'c', parkedAt: '1970-01-01T00:00:00.000Z' });
  expect(await (await edge.ask('/v1/operations/parked/retention/c/retry', { method: 'POST' })).json()).toEqual({ parked: false });
  expect((await post('/v1/operations/parked/retention/c/discard', {})).status).toBe(400);
  expect((await post('/v1/operations/parked/retention/c/discard', { reason: 'test data' })).status).toBe(204);
});

it('the log is published again for a reason', async () => {
  expect((await post('/v1/operations/publications', {})).status).toBe(400);
  const asked = await post('/v1/operations/publications', { reason: 'the topic was deleted' });
  expect([asked.status, await asked.json()]).toEqual([202, { position: '000000000007' }]);
});

it('replay takes a time or a position, and insists on one', async () => {
  expect(await (await edge.ask('/v1/replay?to=1970-01-02T00:00:00Z&customerId=c')).json()).toMatchObject({
    to: { recordedAt: 86_400_000 },
    customerId: 'c',
    asOf: {},
  });
  expect(await (await edge.ask('/v1/replay?to=000000000001')).json()).toMatchObject({ to: { position: '000000000001' }, customerId: null });
  expect((await (await edge.ask('/v1/replay')).json()).errors[0].pointer).toBe('/to');
});

it('keys: the token is told once, hashes never', async () => {
  expect(await (await post('/v1/keys', { name: 'shop', roles: ['integrator'] })).json()).toMatchObject({
    keyId: 'k2',
    token: 'tk_once',
    createdBy: 'key:all',
    createdAt: '1970-01-01T00:00:00.000Z',
  });
  expect((await (await post('/v1/keys', { name: 'shop', roles: ['root'] })).json()).errors[0].pointer).toMatch(/^\/roles/);
  expect((await (await edge.ask('/v1/keys')).json()).items).toEqual([
    {
      keyId: 'k1',
      name: 'shop',
      roles: ['integrator'],
      createdAt: '1970-01-01T00:00:00.000Z',
      createdBy: 'setup',
      expiresAt: '1970-01-02T00:00:00.000Z',
      lastUsedAt: null,
      revoked: null,
    },
  ]);
  expect((await post('/v1/keys/k1/revoke', { reason: 'leaked' })).status).toBe(204);
});

it('models: all, one, a fit', async () => {
  expect((await (await edge.ask('/v1/models')).json()).items).toEqual([{ model: 'bg-nbd', currency: null, fitted: null }]);
  expect(await (await edge.ask('/v1/models/bg-nbd')).json()).toMatchObject({ status: 404, code: 'model-not-fitted' });
  const fit = await post('/v1/models/bg-nbd/fits', { until: '1997-09-30', unit: 'week' });
  expect([fit.status, (await fit.json()).trainedTo]).toEqual([201, '1997-09-30']);
  expect((await post('/v1/models/bg-nbd/fits', { unit: 'fortnight' })).status).toBe(400);
});

it('FitModel is a command: its key is needed, a retry is replayed, another use of it refused', async () => {
  const send = (key: Record<string, string>, body: object) =>
    edge.ask('/v1/commands/FitModel', { method: 'POST', headers: { 'content-type': 'application/json', ...key }, body: JSON.stringify(body) });
  const first = await send({ 'idempotency-key': 'fresh' }, { model: 'bg-nbd', unit: 'week' });
  expect([first.status, await first.json()]).toEqual([201, { commandId: 'fresh', model: 'bg-nbd', revision: 0, position: '000000000001', events: [] }]);
  const again = await send({ 'idempotency-key': 'known' }, { model: 'bg-nbd' });
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  expect((await send({ 'idempotency-key': 'used' }, { model: 'bg-nbd' })).status).toBe(422);
  expect((await (await send({}, { model: 'bg-nbd' })).json()).code).toBe('idempotency-key-missing');
  expect((await (await send({ 'idempotency-key': 'k' }, { unit: 'week' })).json()).errors[0]).toMatchObject({ pointer: '/model', code: 'required' });
});

it.each([
  ['FitModel', { model: 'bg-nbd' }, '"0"', { currentRevision: null, detail: 'If-Match does not hold: there is no such model yet.' }],
  ['BacktestModel', { model: 'bg-nbd', at: '1997-09-30' }, '"3"', { currentRevision: 2, detail: 'If-Match does not hold: the model is at revision 2.' }],
])('%s answers with a revision, and holds to that of If-Match', async (name, body, revision, mismatch) => {
  const send = (more: Record<string, string>) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k', ...more };
    return edge.ask(`/v1/commands/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const { status, headers } = await send({});
  expect([status, headers.get('etag')]).toEqual([201, revision]);
  expect(await (await send({ 'if-match': '"7"' })).json()).toMatchObject({ status: 412, code: 'revision-mismatch', ...mismatch });
  expect(await (await send({ 'if-match': 'W/"7"' })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/If-Match' }] });
});

it('which fit of a model is shown is asked by name or position', async () => {
  const detail = async (query: string) => (await (await edge.ask(`/v1/models/gamma-gamma?${query}`)).json()).detail;
  expect(await detail('fit=in-force&currency=eur')).toBe('gamma-gamma has no fit in-force in EUR.');
  expect(await detail('fit=000000000007')).toBe('gamma-gamma has no fit 000000000007.');
  expect(await detail('fits=latest')).toContain('did you mean fit?');
});

it('a model is tested on the past by a command, and its tests are listed', async () => {
  const send = async (key: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const response = await edge.ask('/v1/commands/BacktestModel', { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, await response.json()];
  };
  const backtest = { model: 'bg-nbd', at: '1997-09-30', horizon: 'P90D', auc: 0.8 };
  expect(await send('new', { model: 'bg-nbd', at: '1997-09-30' })).toMatchObject([201, { backtest }]);
  expect(await send('known', { model: 'bg-nbd', at: '1997-09-30' })).toMatchObject([200, { backtest }]);
  expect(await send('new', { model: 'bg-nbd', at: 'yesterday' })).toMatchObject([400, { errors: [{ pointer: '/at' }] }]);
  expect(await (await edge.ask('/v1/models/bg-nbd/backtests')).json()).toEqual({ items: [{ model: 'bg-nbd', auc: 0.8 }], next: null });
});

it('an import is streamed in, its progress and result out', async () => {
  const done = await importFile('/v1/imports/purchases?format=csv', 'a,b\n1,2\n');
  expect(done.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  expect(
    (await done.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ type: 'progress', bytes: 8, rows: 0, rejected: 0 }, expect.objectContaining({ type: 'result', read: 8 })]);
});

it('an import refused in the midst of a large body is told so, however the body is sent', async () => {
  const piece = new Uint8Array(1024 * 1024).fill(120);
  const pieces = async function* () {
    for (let at = 0; at < 40; at += 1) yield piece;
  };
  for (const token of ['token-of-all', 'nobody']) {
    for (let times = 0; times < 5; times += 1) {
      const headers = { 'content-type': 'text/csv', authorization: `Bearer ${token}` };
      const init = { method: 'POST', headers, body: ReadableStream.from(pieces()), duplex: 'half' };
      const refused = await edge.ask('/v1/imports/purchases?map=late-nonsense', init as RequestInit);
      expect([refused.status, (await refused.json()).status]).toEqual(token === 'nobody' ? [401, 401] : [400, 400]);
    }
  }
});

it('an import: wrong options are 400, unknown kinds 404, other types 415, and one that breaks off ends with what failed', async () => {
  const column = await importFile('/v1/imports/purchases?map=nonsense', 'x');
  expect(column.status).toBe(400);
  expect((await column.json()).errors[0]).toMatchObject({ pointer: '/map', code: 'unknown-column' });
  expect((await (await importFile('/v1/imports/purchases?formt=csv', 'x')).json()).detail).toContain('did you mean format?');
  const kind = await importFile('/v1/imports/purchase', 'x');
  expect([kind.status, (await kind.json()).detail]).toEqual([404, expect.stringContaining('Did you mean purchases?')]);
  expect((await importFile('/v1/imports/purchases', '{}', 'application/json')).status).toBe(415);
  const broken = await importFile('/v1/imports/purchases', 'break-off');
  const last = JSON.parse((await broken.text()).trim().split('\n').at(-1)!);
  expect(last).toEqual({ type: 'failed', problem: expect.objectContaining({ code: 'internal-error', requestId: expect.any(String) }) });
});
