import { type Body, type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const json = { 'content-type': 'application/json', 'idempotency-key': 'k' };
const post = (body: Body, headers: Record<string, string> = json, name = 'RecordPurchase') =>
  edge.ask(`/v1/commands/${name}`, { method: 'POST', headers, body });

it('an accepted command is 201 with its revision, position and events; a retry is 200 and says so', async () => {
  const first = await edge.send('c1', 'key-1');
  const body = await first.json();
  expect(first.status).toBe(201);
  expect(first.headers.get('etag')).toBe('"0"');
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(body).toEqual({
    commandId: 'key-1',
    customerId: 'c1',
    revision: 0,
    position: '000000000001',
    events: [{ eventId: expect.any(String), type: 'PurchaseRecorded', revision: 0 }],
  });
  const again = await edge.send('c1', '"key-1"');
  expect(again.status).toBe(200);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(await again.json()).toEqual(body);
  expect(edge.engine.sent.at(-1)).toMatchObject({ id: 'key-1', actor: 'key:all', name: 'RecordPurchase' });
});

it('a key used for another command is 422', async () => {
  await edge.send('c2', 'key-2', {}, 100);
  const reused = await edge.send('c2', 'key-2', {}, 200);
  expect(reused.status).toBe(422);
  expect(await reused.json()).toMatchObject({ type: '/docs/problems#key-reused', code: 'key-reused', retryable: false });
});

it('a rule that refuses is 422 with its code, sentence and pointer', async () => {
  const refused = await edge.send('closed', 'k');
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const detail = 'The customer is closed; reopen it first.';
  expect(await refused.json()).toEqual({
    type: '/docs/problems#rejected',
    title: 'A rule refused the command',
    status: 422,
    detail,
    code: 'customer-closed',
    errors: [{ pointer: '/customerId', code: 'customer-closed', detail }],
    requestId: refused.headers.get('x-request-id'),
    retryable: false,
  });
});

it('If-Match that does not hold is 412 with the current revision', async () => {
  await edge.send('c3', 'a');
  const mismatch = await edge.send('c3', 'b', { 'if-match': '"7"' });
  expect(mismatch.status).toBe(412);
  expect(mismatch.headers.get('etag')).toBe('"0"');
  expect(await mismatch.json()).toMatchObject({ code: 'revision-mismatch', currentRevision: 0 });
  expect((await edge.send('c3', 'b', { 'if-match': '"0"' })).status).toBe(201);
  expect((await edge.send('c3', 'c', { 'if-match': '1' })).status).toBe(201);
  expect(await (await edge.send('nobody-yet', 'd', { 'if-match': '0' })).json()).toMatchObject({ status: 412, currentRevision: null });
});

it.each(['W/"3"', '*', '"x"', '"1", "2"', '-1'])('If-Match: %s is refused', async (tag) => {
  const refused = await edge.send('c4', 'k', { 'if-match': tag });
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors).toEqual([{ pointer: '/If-Match', code: 'wrong-revision', detail: expect.any(String) }]);
});

it('a command without a key is refused with what to do', async () => {
  const { 'idempotency-key': _none, ...headers } = json;
  const refused = await post('{}', headers);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: 'idempotency-key-missing', detail: expect.stringContaining('UUID') });
});

it.each([
  ['too long', 'k'.repeat(256)],
  ['with blanks', 'a b'],
  ['not ASCII', 'ké'],
  ['half quoted', '"abc'],
  ['quotes only', '""'],
])('a key %s is refused', async (_case, key) => {
  const refused = await edge.send('c5', key);
  expect(refused.status).toBe(400);
  expect((await refused.json()).errors[0]).toMatchObject({ pointer: '/Idempotency-Key', code: 'wrong-key' });
});

it('the longest key is fine', async () => {
  expect((await edge.send('c6', 'k'.repeat(255))).status).toBe(201);
});

it('an unknown command is 404 with the nearest', async () => {
  const unknown = await post('{}', json, 'RecordPurchas');
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ code: 'command-unknown', detail: expect.stringContaining('Did you mean RecordPurchase?') });
});

it.each([
  ['a missing field', { customerId: 'c' }, '/amount', 'required'],
  ['an unknown field', { customerId: 'c', amount: { minor: 1, currency: 'USD' }, amout: 1 }, '/amout', 'unknown-field'],
  ['a wrong type', { customerId: 'c', amount: { minor: '1', currency: 'USD' } }, '/amount/minor', 'wrong-type'],
  ['a fraction of a minor unit', { customerId: 'c', amount: { minor: 1.5, currency: 'USD' } }, '/amount/minor', expect.any(String)],
  ['an unknown currency', { customerId: 'c', amount: { minor: 1, currency: 'XXX' } }, '/amount/currency', expect.any(String)],
  ['an array', [], '', 'wrong-type'],
  ['null', null, '', 'wrong-type'],
])('%s in the body is 400 with its pointer', async (_case, body, pointer, code) => {
  const refused = await post(JSON.stringify(body));
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code: 'invalid-body', errors: expect.arrayContaining([{ pointer, code, detail: expect.any(String) }]) });
});

it.each([
  ['truncated', '{"customerId": "c", "amou', 'invalid-json'],
  ['not JSON', 'customerId=c', 'invalid-json'],
  ['empty', '', 'body-empty'],
  ['two documents', '{} {}', 'invalid-json'],
  ['deeply nested', '['.repeat(60_000), 'invalid-json'],
  ['__proto__', '{"customerId": "c", "__proto__": {"admin": true}}', 'forbidden-key'],
  ['__proto__ in disguise', '{"a": {"\\u005f_proto__": 1}}', 'forbidden-key'],
  ['constructor', '{"a": [{"constructor": {"prototype": {}}}]}', 'forbidden-key'],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]), 'invalid-utf8'],
])('a body that is %s is 400', async (_case, body, code) => {
  const refused = await post(body);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ code });
});

it('the pointer of a forbidden key is told', async () => {
  expect((await (await post('{"a": [{"constructor": 1}]}')).json()).errors[0].pointer).toBe('/a/0/constructor');
});

it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/x-ndjson', 'multipart/form-data'])(
  'Content-Type %s is 415 with the one to send',
  async (type) => {
    const refused = await post('{}', { ...json, 'content-type': type });
    expect(refused.status).toBe(415);
    expect((await refused.json()).detail).toContain('application/json');
  },
);

it('a body of 10 MB is 413 with the limit, every time, and the connection lives', async () => {
  const body = JSON.stringify({ customerId: 'c', note: 'x'.repeat(10 * 1024 * 1024) });
  for (let times = 0; times < 10; times += 1) {
    const refused = await post(body);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'body-too-large', limit: 65_536, detail: expect.stringContaining('65536 bytes') });
  }
});

it('a log that cannot write is 503, retryable, with when and whether it may have happened', async () => {
  const refused = await edge.send('full-disk', 'k');
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(await refused.json()).toMatchObject({ code: 'log-disk-full', retryable: true, outcome: 'not-appended' });
  expect(await (await edge.send('unknown-outcome', 'k')).json()).toMatchObject({
    code: 'log-io-error',
    outcome: 'unknown',
    detail: expect.stringContaining('same key is safe'),
  });
});

it('a disk that is full anywhere else is 503, with what to do', async () => {
  const refused = await edge.send('full-scratch', 'k');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await refused.json()).toMatchObject({ code: 'disk-full', retryable: true, detail: 'The disk is full. Make room, then send the same request again.' });
});

it('a fault of ours is 500 and says nothing of the inside', async () => {
  const failed = await edge.send('broken', 'k');
  const text = await failed.text();
  expect(failed.status).toBe(500);
  expect(text).not.toMatch(/secret|TypeError|\.js|at /);
  expect(JSON.parse(text)).toMatchObject({ code: 'internal-error', retryable: false, requestId: expect.any(String) });
});
