import { type Edge, startEdge } from '../testing/edge.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
  edge.engine.record('customer-c1', 'PurchaseRecorded', { orderId: 'o' }, 'x');
});
afterAll(() => edge.close());

const asOf = { position: '000000000001', recordedAt: '1970-01-01T00:00:01.000Z', lagMs: 0 };

it('an answer carries asOf, and a customer its revision as ETag', async () => {
  const response = await edge.ask('/v1/customers/c1');
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBe('"4"');
  expect(await response.json()).toEqual({ customerId: 'c1', revision: 4, asOf });
});

it('an id with every kind of character comes through whole', async () => {
  const id = 'Zoë/ß %?&#+:;@-_.~"\\';
  expect((await (await edge.ask(`/v1/customers/${encodeURIComponent(id)}`)).json()).customerId).toBe(id);
  const long = 'é'.repeat(128);
  expect((await (await edge.ask(`/v1/customers/${encodeURIComponent(long)}`)).json()).customerId).toBe(long);
});

it('what is not there is 404 with the code of the read model', async () => {
  const response = await edge.ask('/v1/customers/nobody');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ type: '/docs/problems#not-found', code: 'customer-unknown' });
});

it.each([
  ['granularty=month', 'granularty', 'unknown-parameter', 'did you mean granularity?'],
  ['minPositon=1', 'minPositon', 'unknown-parameter', 'did you mean minPosition?'],
  ['granularity=year', 'granularity', expect.any(String), 'granularity'],
  ['granularity=week&granularity=month', 'granularity', 'repeated', 'more than once'],
  ['limit=0', 'limit', 'out-of-range', 'from 1 to 100'],
  ['limit=13', 'limit', 'unlucky', 'must not be 13'],
  ['timeout=2h', 'timeout', 'wrong-duration', 'PT5S'],
  ['timeout=60001', 'timeout', 'wrong-duration', '60000'],
  ['onTimeout=stall', 'onTimeout', 'unknown-word', 'did you mean stale?'],
  ['asAt=2026-02-30', 'asAt', 'wrong-time', 'RFC 3339'],
  ['asAt=2026-2-3', 'asAt', 'wrong-time', '2026-03-01'],
  ['asAt=tomorrow', 'asAt', 'wrong-moment', 'a position that a command or a read has answered, an RFC 3339 time or a day'],
  ['asAt=', 'asAt', 'wrong-moment', 'a position, an RFC 3339 time or a day'],
  ['minPosition=', 'minPosition', 'wrong-position', 'position'],
  ['format=xml', 'format', 'unknown-word', 'json or csv or ndjson'],
  ['__proto__=1', '__proto__', 'unknown-parameter', 'not a parameter'],
])('?%s is 400 and names the parameter', async (query, parameter, code, sentence) => {
  const response = await edge.ask(`/v1/retention?${query}`);
  expect(response.status).toBe(400);
  const { errors } = await response.json();
  expect(errors[0]).toEqual({ pointer: `/${parameter}`, code, detail: expect.stringContaining(sentence) });
});

it('freshness: waiting in vain fails with 503, or answers stale when asked to', async () => {
  const fresh = await edge.ask('/v1/retention?minPosition=000000000001&timeout=PT1M');
  expect(fresh.status).toBe(200);
  const failed = await edge.ask('/v1/retention?minPosition=000000000009&timeout=10');
  expect(failed.status).toBe(503);
  expect(failed.headers.get('retry-after')).toBe('1');
  expect(await failed.json()).toMatchObject({ code: 'not-caught-up', retryable: true, asOf });
  expect((await edge.ask('/v1/retention?minPosition=000000000009&onTimeout=stale')).status).toBe(200);
});

it('what is not ready is 503 with its own Retry-After', async () => {
  const response = await edge.ask('/v1/customers/busy');
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.json()).toMatchObject({ code: 'read-model-building', retryable: true });
});

it('read models that cannot be reached are 503, to be asked again', async () => {
  const response = await edge.ask('/v1/customers/store-gone');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ code: 'read-models-unavailable', detail: 'MongoDB does not answer.', retryable: true });
});

it.each([
  [{ accept: 'text/csv' }, ''],
  [{ accept: 'application/json;q=0.1, text/*' }, ''],
  [{ accept: 'application/json' }, '?format=csv'],
])('as CSV: %j%s', async (headers, query) => {
  const response = await edge.ask(`/v1/retention${query}`, { headers });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('tenure-position')).toBe('000000000001');
  expect(await response.text()).toBe('cohort,size,late,note\r\n1997-01,-5,false,-1\r\n');
});

it('as NDJSON, and 406 for what cannot be given', async () => {
  const response = await edge.ask('/v1/retention', { headers: { accept: 'application/x-ndjson' } });
  expect(await response.text()).toBe('{"cohort":"1997-01","size":-5,"late":false,"note":"-1"}\n');
  expect((await edge.ask('/v1/retention', { headers: { accept: 'image/png' } })).status).toBe(406);
  const refused = await edge.ask('/v1/customers/c1', { headers: { accept: 'text/csv' } });
  expect(refused.status).toBe(406);
  expect((await refused.json()).detail).toContain('application/json');
});

it('definitions are served beside the figures', async () => {
  expect((await (await edge.ask('/v1/definitions')).json()).items.map((item: { name: string }) => item.name)).toEqual(['customer-file', 'retention']);
  expect((await (await edge.ask('/v1/definitions/retention')).json()).summary).toBe('About retention.');
  const unknown = await edge.ask('/v1/definitions/retenton');
  expect(unknown.status).toBe(404);
  expect((await unknown.json()).detail).toContain('Did you mean retention?');
});
