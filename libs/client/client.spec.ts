import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from './browser.js';
import { downloadExport, ExportNotWhole, ProblemError, pagesOf, TenureClient, Unreachable } from './index.js';

let server: Server;
let answer: (url: URL, response: ServerResponse, body: string) => void;
let client: TenureClient;
let echoing = false;
let seenKey: unknown;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    if (url.pathname === '/v1/commands' && echoing) return void request.pipe(response);
    seenKey = request.headers['idempotency-key'];
    let body = '';
    for await (const chunk of request) body += String(chunk);
    answer(url, response, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  client = new TenureClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, token: 'secret' });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('a problem document becomes a typed error', async () => {
  const errors = [{ pointer: '/amount/minor', code: 'wrong-type', detail: 'must be a whole number' }];
  answer = (_url, response) =>
    response
      .writeHead(422, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ status: 422, code: 'order-id-used', detail: 'used', errors, retryable: false, requestId: 'r1' }));
  const error = await client
    .post('/v1/commands/RecordPurchase', { header: { 'Idempotency-Key': 'k' }, body: { customerId: 'C-1' } })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ status: 422, code: 'order-id-used', message: 'used', errors, retryable: false, requestId: 'r1' });
});

it('a key that is refused is told beside the error, also by a client of another signal, and no other refusal is', async () => {
  const refused: number[] = [];
  const watched = new ApiClient({ url: client.url, token: 'ended', keyRefused: ({ status }) => refused.push(status) });
  for (const status of [401, 403]) {
    answer = (_url, response) => response.writeHead(status).end(JSON.stringify({ status, code: 'x', detail: 'no' }));
    await expect(watched.until(new AbortController().signal).get('/v1/me')).rejects.toMatchObject({ status });
    await expect(watched.file('/v1/retention', 'text/csv')).rejects.toMatchObject({ status });
  }
  expect(refused).toEqual([401, 401]);
});

it('an answer that is not one of Tenure is said to be none', async () => {
  answer = (_url, response) => response.writeHead(502).end('<html>bad gateway');
  await expect(client.get('/v1/status')).rejects.toMatchObject({
    status: 502,
    code: 'http-502',
    retryable: true,
    message: expect.stringContaining('<html>bad gateway'),
  });
  answer = (_url, response) => response.writeHead(200).end('hello');
  await expect(client.get('/v1/status')).rejects.toBeInstanceOf(ProblemError);
});

it('parameters that are undefined or null are left out, path parts are encoded', async () => {
  answer = (url, response) => response.end(JSON.stringify({ path: url.pathname, query: url.search }));
  expect(await client.get('/v1/customers/{customerId}/events', { path: { customerId: 'a/b ü' }, query: { limit: 3, asAt: null, from: undefined } })).toEqual({
    path: '/v1/customers/a%2Fb%20%C3%BC/events',
    query: '?limit=3',
  });
});

it('the answer to an upload is read while the upload goes on', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((done) => {
    release = done;
  });
  async function* body(): AsyncGenerator<string> {
    yield '{"line":1}\n{"line":';
    await gate; // only the answer to the first line opens it
    yield '2}\n';
  }
  const seen: number[] = [];
  echoing = true;
  for await (const { line } of client.upload('/v1/commands', { body: body() })) {
    seen.push(line);
    release();
  }
  echoing = false;
  expect(seen).toEqual([1, 2]);
});

it('a file is sent as it is, and its answer read line by line; a refusal and an answer that breaks off are told', async () => {
  const browser = new ApiClient({ url: client.url, token: 'secret' });
  const file = new Blob(['customer_id\nZ-1\n']);
  const lines = async () => {
    const seen: unknown[] = [];
    for await (const line of browser.postFile('/v1/imports/{kind}', file, { path: { kind: 'purchases' }, query: { dryRun: true } })) seen.push(line);
    return seen;
  };
  answer = (url, response, body) => response.end(`{"path":"${url.pathname}${url.search}"}\n{"body":${JSON.stringify(body)}}\n`);
  expect(await lines()).toEqual([{ path: '/v1/imports/purchases?dryRun=true' }, { body: 'customer_id\nZ-1\n' }]);
  answer = (_url, response) => response.writeHead(400).end('{"code":"invalid-parameter","detail":"the file is a picture"}');
  await expect(lines()).rejects.toMatchObject({ status: 400, message: 'the file is a picture' });
  answer = (_url, response) => {
    response.write('{"type":"progress"}\n');
    setTimeout(() => response.destroy(), 20);
  };
  await expect(lines()).rejects.toMatchObject({ name: 'Unreachable', reason: 'cut-short' });
});

it('an upload that is refused says why', async () => {
  answer = (_url, response) => response.writeHead(400).end(JSON.stringify({ code: 'invalid-parameter', detail: 'no such option' }));
  async function* body(): AsyncGenerator<string> {
    yield 'a,b\n';
  }
  const lines = client.upload('/v1/imports/{kind}', { body: body() }, { path: { kind: 'purchases' } });
  await expect(lines.next()).rejects.toMatchObject({ name: 'ProblemError', status: 400, message: 'no such option' });
});

it('a refusal that breaks off is told as that', async () => {
  answer = (_url, response) => {
    response.writeHead(400).write('{"code":');
    setTimeout(() => response.destroy(), 20);
  };
  async function* body(): AsyncGenerator<string> {
    yield 'x';
  }
  await expect(client.upload('/v1/commands', { body: body() }).next()).rejects.toMatchObject({ name: 'Unreachable', reason: 'cut-short' });
});

it('what the caller ends is told as what the caller says, be it an export or a refusal that has begun', async () => {
  const ended = new Error('the caller had enough');
  for (const status of [200, 400]) {
    const over = new AbortController();
    const stoppable = new TenureClient({ url: client.url, token: null, signal: over.signal });
    answer = (_url, response) => {
      response.writeHead(status).write('{"code":');
      setTimeout(() => over.abort(ended), 20);
    };
    await expect(downloadExport(stoppable, { readModel: 'retention', format: 'ndjson', write: async () => undefined })).rejects.toBe(ended);
  }
});

it('an answer that breaks off is not taken for a whole one', async () => {
  answer = (_url, response) => {
    response.writeHead(200).write('{"n":1}\n');
    setTimeout(() => response.destroy(), 20);
  };
  const lines = client.upload('/v1/commands', {
    body: (async function* () {
      yield 'x';
    })(),
  });
  expect(await lines.next()).toMatchObject({ value: { n: 1 } });
  await expect(lines.next()).rejects.toMatchObject({ name: 'Unreachable', reason: 'cut-short' });
});

it('nobody at the address, and a port that fetch refuses', async () => {
  const closed = createServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const nobody = new TenureClient({ url: `http://127.0.0.1:${port}`, token: null });
  await expect(nobody.get('/v1/status')).rejects.toMatchObject({ name: 'Unreachable', reason: 'refused' });
  await expect(
    nobody
      .upload('/v1/commands', {
        body: (async function* () {
          yield 'x';
        })(),
      })
      .next(),
  ).rejects.toBeInstanceOf(Unreachable);
  await expect(new TenureClient({ url: 'http://127.0.0.1:1', token: null }).get('/')).rejects.toMatchObject({ reason: 'blocked-port' });
});

it('a command carries its key, and what it is about', async () => {
  answer = (url, response, body) => response.writeHead(201).end(JSON.stringify({ path: url.pathname, key: seenKey, body: JSON.parse(body) as object }));
  expect(await client.post('/v1/commands/RegisterCustomer', { header: { 'Idempotency-Key': 'k1' }, body: { customerId: 'C-1' } })).toEqual({
    path: '/v1/commands/RegisterCustomer',
    key: 'k1',
    body: { customerId: 'C-1' },
  });
});

it('what openapi.json does not have does not compile', () => {
  const never = [
    // @ts-expect-error no such route
    () => client.get('/v1/retentions'),
    // @ts-expect-error no such word
    () => client.get('/v1/retention', { query: { granularity: 'year' } }),
    // @ts-expect-error no such parameter
    () => client.get('/v1/retention', { query: { granularty: 'month' } }),
    // @ts-expect-error a path without its part
    () => client.get('/v1/customers/{customerId}', {}),
    // @ts-expect-error a command without its key
    () => client.post('/v1/commands/CloseCustomer', { body: { customerId: 'C-1', reason: 'moved' } }),
    // @ts-expect-error a body without what it needs
    () => client.post('/v1/commands/CloseCustomer', { header: { 'Idempotency-Key': 'k' }, body: { customerId: 'C-1' } }),
    // @ts-expect-error no such field in the answer
    async () => (await client.get('/v1/retention')).cohort,
    // @ts-expect-error no list with a cursor
    () => pagesOf(client, '/v1/retention', {}, 1),
  ];
  expect(never).toHaveLength(8);
});

it('pages follow the cursor until enough has come', async () => {
  answer = (url, response) => {
    const start = Number(url.searchParams.get('cursor') ?? 0);
    const limit = Number(url.searchParams.get('limit'));
    const items = Array.from({ length: Math.min(limit, 2_500 - start) }, (_, at) => start + at);
    response.end(JSON.stringify({ items, next: start + items.length < 2_500 ? String(start + items.length) : null }));
  };
  const sizes = async (most: number): Promise<number[]> => {
    const found = [];
    for await (const page of pagesOf(client, '/v1/customers', {}, most)) found.push(page.items.length);
    return found;
  };
  expect(await sizes(Number.POSITIVE_INFINITY)).toEqual([1_000, 1_000, 500]);
  expect(await sizes(1_200)).toEqual([1_000, 200]);
});

describe('an export', () => {
  const rows = 'a\nb\n';
  const sha256 = createHash('sha256').update(rows).digest('hex');
  const manifest = { exportId: 'e1', state: 'complete', rows: 2, bytes: 4, sha256, asOf: { position: '7' } };
  const serve = (sent: string, kept: object, trailer?: string) => {
    answer = (url, response) => {
      if (url.pathname === '/v1/exports/e1') return void response.end(JSON.stringify(kept));
      response.writeHead(200, { 'Tenure-Export': 'e1', ...(trailer === undefined ? {} : { Trailer: 'Tenure-SHA256' }) }).write(sent);
      if (trailer !== undefined) response.addTrailers({ 'Tenure-SHA256': trailer });
      response.end();
    };
  };
  const download = async () => {
    const chunks: Buffer[] = [];
    const received = await downloadExport(client, { readModel: 'retention', format: 'ndjson', write: async (chunk) => void chunks.push(chunk) });
    return { received, text: Buffer.concat(chunks).toString() };
  };

  it('that is whole comes with its manifest', async () => {
    serve(rows, manifest, sha256);
    expect(await download()).toEqual({ received: manifest, text: rows });
  });

  it.each([
    ['other bytes than the trailer says', rows, manifest, 'f00'],
    ['fewer bytes than the manifest says', 'a\n', manifest, undefined],
    ['other bytes than the manifest says', 'a\nc\n', manifest, undefined],
    ['a manifest that is not complete', rows, { ...manifest, state: 'failed', sha256: null }, undefined],
  ])('with %s is refused', async (_case, sent, kept, trailer) => {
    serve(sent, kept, trailer);
    await expect(download()).rejects.toBeInstanceOf(ExportNotWhole);
  });
});
