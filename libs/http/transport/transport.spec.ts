import { connect } from 'node:net';
import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

/** Writes bytes to a socket, for requests that no client would send. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(edge.port, '127.0.0.1', () => socket.write(text));
    socket
      .setEncoding('utf8')
      .on('data', (piece: string) => (answer += piece))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });

it('an unknown path is 404 and names the nearest', async () => {
  const unknown = await edge.ask('/v1/retenton');
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({
    type: '/docs/problems#not-found',
    code: 'path-unknown',
    detail: expect.stringContaining('Did you mean /v1/retention?'),
  });
});

it.each([
  ['DELETE', '/v1/customers/c1', 'GET, HEAD, OPTIONS'],
  ['PUT', '/v1/commands/RecordPurchase', 'OPTIONS, POST'],
  ['GET', '/v1/commands', 'OPTIONS, POST'],
  ['POST', '/health/live', 'GET, HEAD, OPTIONS'],
])('%s %s is 405 with Allow', async (method, path, allow) => {
  const refused = await edge.ask(path, { method });
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe(allow);
  expect((await refused.json()).code).toBe('method-not-allowed');
});

it('OPTIONS tells the methods, HEAD is GET without a body', async () => {
  const options = await edge.ask('/v1/customers/c1', { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  const head = await edge.ask('/v1/customers/c1', { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"4"', '']);
  expect((await edge.ask('/nowhere', { method: 'OPTIONS' })).status).toBe(404);
});

it('/ leads to the pages', async () => {
  const first = await edge.ask('/', { redirect: 'manual' });
  expect([first.status, first.headers.get('location')]).toEqual([302, '/docs']);
});

it.each(['"4"', 'W/"4"', '"1", "4"', '*'])('If-None-Match: %s of a customer that has not changed is 304 without a body', async (tag) => {
  for (const method of ['GET', 'HEAD']) {
    const same = await edge.ask('/v1/customers/c1', { method, headers: { 'if-none-match': tag } });
    expect([same.status, same.headers.get('etag'), same.headers.get('content-type'), await same.text()]).toEqual([304, '"4"', null, '']);
  }
  expect((await edge.ask('/v1/customers/c1', { headers: { 'if-none-match': '"3"' } })).status).toBe(200);
});

it('a customer of whom something stays sealed has no ETag: it is sent whole once it opens', async () => {
  const sealed = await edge.ask('/v1/customers/sealed', { headers: { 'if-none-match': '"4"' } });
  expect([sealed.status, sealed.headers.get('etag')]).toEqual([200, null]);
  expect(await sealed.json()).toMatchObject({ revision: 4 });
});

it('the description of the interface is not sent twice', async () => {
  const first = await edge.ask('/openapi.json');
  const again = await edge.ask('/openapi.json', { headers: { 'if-none-match': first.headers.get('etag')! } });
  expect(again.status).toBe(304);
});

it.each(['/v1/customers/%E0%A4%A', '/v1/customers/%ff', '/v1/customers/%'])('%s is 400, not 500', async (path) => {
  const refused = await edge.ask(path);
  expect(refused.status).toBe(400);
  expect((await refused.json()).code).toBe('invalid-url');
});

it('a part of the path that is too long is refused', async () => {
  const refused = await edge.ask(`/v1/customers/${'x'.repeat(2_000)}`);
  expect([400, 404, 414]).toContain(refused.status);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
});

it('a customer id in the path is checked as in a command', async () => {
  const refused = await edge.ask(`/v1/customers/${'x'.repeat(200)}`);
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors[0].pointer).toBe('/customerId');
});

it('a body cut short of its Content-Length leaves the server well and nothing behind', async () => {
  const socket = connect(edge.port, '127.0.0.1');
  socket.end(
    `POST /v1/commands/RecordPurchase HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-of-all\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"customerId":`,
  );
  await new Promise((resolve) => socket.on('close', resolve).resume());
  expect(edge.engine.sent).toEqual([]);
  expect((await edge.send('c', 'k')).status).toBe(201);
});

it('a request that is no HTTP, and headers without end', async () => {
  const garbage = await raw('GARBAGE\r\n\r\n');
  expect(garbage).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(garbage).toContain('application/problem+json');
  const headers = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(headers).toMatch(/^HTTP\/1\.1 431 /);
  expect(headers).toContain('"code":"header-too-large"');
});

it('the asterisk form, absolute form and a path without a slash do not reach a handler unguarded', async () => {
  expect(await raw('OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 (404|204) /);
  expect(await raw('GET *v1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 (400|404) /);
  expect(await raw('GET http://x/v1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 401 /);
});

it('a sane X-Request-Id is taken over, another is not; every answer has the safe headers', async () => {
  const given = await edge.ask('/v1/customers/c1', { headers: { 'x-request-id': 'trace-42' } });
  expect(given.headers.get('x-request-id')).toBe('trace-42');
  const odd = await edge.ask('/nowhere', { headers: { 'x-request-id': 'a b<script>' } });
  expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}-\w+$/);
  expect((await odd.json()).requestId).toBe(odd.headers.get('x-request-id'));
  for (const { headers } of [given, odd]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});
