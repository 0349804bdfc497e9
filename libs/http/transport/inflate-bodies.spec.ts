import { randomUUID } from 'node:crypto';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Body, type Edge, startEdge } from '../testing/edge.js';

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

test.each([
  ['gzip', gzipSync],
  ['GZIP', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body with Content-Encoding: %s is inflated', async (encoding, compress) => {
  expect((await post(encoding, compress(command))).status).toBe(201);
});

test('an encoding that is not known is 415 with those that are', async () => {
  const unknown = await post('zstd', command);
  expect([unknown.status, unknown.headers.get('accept-encoding')]).toEqual([415, 'gzip, deflate, br']);
  expect(await unknown.json()).toMatchObject({ code: 'unsupported-content-encoding', detail: expect.stringContaining('zstd') });
});

test('a body that is not what its encoding says, or is cut short, is 400', async () => {
  for (const encoding of ['gzip', 'deflate', 'br']) {
    const wrong = await post(encoding, command);
    expect([encoding, wrong.status, (await wrong.json()).code]).toEqual([encoding, 400, 'invalid-content-encoding']);
  }
  expect((await post('gzip', gzipSync(command).subarray(0, -9))).status).toBe(400);
});

test('a small body that inflates to more than the limit is 413', async () => {
  expect((await post('gzip', gzipSync(Buffer.alloc(64 << 20, ' ')))).status).toBe(413);
});

test('many commands may come in one compressed body', async () => {
  const line = (n: number) => JSON.stringify({ command: 'RecordPurchase', id: `b${n}`, data: JSON.parse(command) });
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const answer = await edge.ask('/v1/commands', { method: 'POST', headers, body: gzipSync([1, 2, 3].map(line).join('\n')) });
  expect((await answer.text()).trim().split('\n')).toHaveLength(3);
});
