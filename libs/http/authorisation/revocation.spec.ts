import { connect } from 'node:net';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());
afterEach(() => edge.engine.revoked.clear());

/** Sends the head of a request and the given part of its body, never the end. */
const begin = (method: string, path: string, token: string, type = '', body = ''): { readonly answer: () => string; readonly closed: Promise<void> } => {
  let answer = '';
  const head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n${type && `Content-Type: ${type}\r\nTransfer-Encoding: chunked\r\n`}\r\n`;
  const chunk = body && `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;
  const socket = connect(edge.port, '127.0.0.1', () => socket.write(head + chunk));
  socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
  const closed = new Promise<void>((resolve) => socket.on('error', () => undefined).on('close', () => resolve()));
  return { answer: () => answer, closed };
};

const until = async (isThere: () => boolean): Promise<void> => {
  while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
};

it('a revoked key loses its event stream, its bulk and its import; others keep theirs', async () => {
  const own = begin('GET', '/v1/events/stream', tokenOf('analyst'));
  const bulk = begin(
    'POST',
    '/v1/commands',
    tokenOf('integrator'),
    'application/x-ndjson',
    '{"command":"RecordPurchase","id":"1","data":{"customerId":"c1","amount":{"minor":1,"currency":"USD"}}}\n',
  );
  const upload = begin('POST', '/v1/imports/purchases', tokenOf('integrator'), 'text/csv', 'a,b\n');
  const other = begin('GET', '/v1/events/stream', tokenOf('auditor'));
  await until(() => own.answer().includes('retry:') && other.answer().includes('retry:') && bulk.answer().includes('"status":201'));
  edge.engine.revoked.add('key:analyst').add('key:integrator');
  await Promise.all([own.closed, bulk.closed, upload.closed]);
  const heard = other.answer().length;
  await until(() => other.answer().length > heard);
});

it.each([
  ['no key', ''],
  ['an unknown key', 'Authorization: Bearer nobody\r\n'],
])('%s is refused before any byte of the body has come', async (_case, header) => {
  let answer = '';
  const head = `POST /v1/commands/RecordPurchase HTTP/1.1\r\nHost: x\r\n${header}Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n`;
  const socket = connect(edge.port, '127.0.0.1', () => socket.write(head));
  await new Promise<void>((resolve) =>
    socket.setEncoding('utf8').on('data', (piece: string) => {
      answer += piece;
      resolve();
    }),
  );
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});
