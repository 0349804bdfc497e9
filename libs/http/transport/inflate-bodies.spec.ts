import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Body, type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const command = JSON.stringify({ customerId: 'c1', amount: { minor: 1, currency: 'USD' } });
const post = (encoding: string, body: Body) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding, 'idempotency-key': randomUUID() };
  return edge.ask('/v1/commands/RecordPurchase', { method: 'POST', headers, body });
};

it.each([
  ['gzip', gzipSync],
  ['GZIP', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body with Content-Encoding: %s is inflated', async (encoding, compress) => {
  expect((await post(encoding, compress(command))).status).toBe(201);
});

it('an encoding that is not known is 415 with those that are', async () => {
  const unknown = await post('zstd', command);
  expect([unknown.status, unknown.headers.get('accept-encoding')]).toEqual([415, 'gzip, deflate, br']);
  expect(await unknown.json()).toMatchObject({ code: 'unsupported-content-encoding', detail: expect.stringContaining('zstd') });
});

it('a body that is not what its encoding says, or is cut short, is 400', async () => {
  for (const encoding of ['gzip', 'deflate', 'br']) {
    const wrong = await post(encoding, command);
    expect([encoding, wrong.status, (await wrong.json()).code]).toEqual([encoding, 400, 'invalid-content-encoding']);
  }
  expect((await post('gzip', gzipSync(command).subarray(0, -9))).status).toBe(400);
});

it('a small body that inflates to more than the limit is 413', async () => {
  expect((await post('gzip', gzipSync(Buffer.alloc(64 << 20, ' ')))).status).toBe(413);
});

it('many commands may come in one compressed body', async () => {
  const line = (n: number) => JSON.stringify({ command: 'RecordPurchase', id: `b${n}`, data: JSON.parse(command) });
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const answer = await edge.ask('/v1/commands', { method: 'POST', headers, body: gzipSync([1, 2, 3].map(line).join('\n')) });
  expect((await answer.text()).trim().split('\n')).toHaveLength(3);
});

it('an encoded body that is refused before it is read, or breaks off, leaves the engine running', async () => {
  for (const authorization of ['Bearer nobody', `Bearer ${tokenOf('all')}`]) {
    const head = `POST /v1/commands HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/x-ndjson\r\nContent-Encoding: gzip\r\nContent-Length: 500\r\n\r\n`;
    const socket = connect(edge.port, '127.0.0.1');
    socket.write(head);
    socket.write(gzipSync(command).subarray(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const get = await edge.ask('/v1/customers/c1', { headers: { 'content-encoding': 'gzip' } });
  expect(get.status).toBe(200);
});
