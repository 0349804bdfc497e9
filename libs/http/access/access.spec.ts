import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge.close());

const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const post = (body: object) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const recorded = async (kind: string) => {
  const found = () => edge.engine.accesses.filter((entry) => entry.kind === kind);
  // An answer is recorded once its connection has sent all of it, which may be after the client has received it.
  for (let tries = 0; tries < 200 && found().length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return found();
};

it('the first use of a key is a login, the next is none', async () => {
  await edge.ask('/v1/status');
  await edge.ask('/v1/status');
  expect(await recorded('login')).toEqual([{ kind: 'login', outcome: 'done', actor: 'key:all', address: '127.0.0.1', what: 'GET /v1/status', subject: null }]);
});

it('unknown keys are recorded, and slowed down; a good key from the same address is let in', async () => {
  const answers = [];
  for (let each = 0; each < 105; each += 1) answers.push(await edge.ask('/v1/status', as('nobody')));
  expect([answers[0]!.status, answers[99]!.status, answers[104]!.status]).toEqual([401, 401, 429]);
  expect(Number(answers[104]!.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answers[104]!.json()).toMatchObject({ code: 'too-many-failed-logins' });
  expect((await edge.ask('/v1/status')).status).toBe(200);
  expect((await recorded('login')).filter(({ outcome, actor }) => outcome === 'refused' && actor === null)).toHaveLength(105);
});

it('a denial says who and what', async () => {
  await edge.ask('/v1/keys', as(tokenOf('analyst')));
  expect(await recorded('denial')).toEqual([
    { kind: 'denial', outcome: 'refused', actor: 'key:analyst', address: '127.0.0.1', what: 'GET /v1/keys', subject: null },
  ]);
});

it.each([
  ['key', '/v1/keys', post({ name: 'shop', roles: ['analyst'] }), 'k2', 'done'],
  ['key', '/v1/keys', post({ name: '', roles: [] }), null, 'refused'],
  ['key', '/v1/keys/k1/revoke', post({ reason: 'left' }), 'k1', 'done'],
  ['export', '/v1/export/customer-file', {}, 'customer-file', 'done'],
  ['export', '/v1/export/retention', {}, 'retention', 'cut-short'],
  ['import', '/v1/imports/purchases', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a,b\n' }, 'purchases', 'done'],
  ['reveal', '/v1/customers/resolve', post({ email: 'ada@example.com' }), 'c-known', 'done'],
  ['reveal', '/v1/customers/c1/events', {}, 'c1', 'refused'],
  ['reveal', '/v1/events', {}, null, 'done'],
])('%s: %s is recorded as what came of it', async (kind, path, init: RequestInit, subject, outcome) => {
  await edge
    .ask(path, init)
    .then(
      (answer) => answer.text(),
      () => '',
    )
    .catch(() => '');
  const [entry] = await recorded(kind);
  expect(entry).toMatchObject({ kind, outcome, actor: 'key:all', subject });
  expect(JSON.stringify(edge.engine.accesses)).not.toContain('ada@example.com');
});

it('records of access are among no events; an auditor lists them, nobody else', async () => {
  const data = { kind: 'login', outcome: 'done', actor: 'key:a', address: null, what: ['GET /v1/status'], subjects: [], count: 3, until: 9_000 };
  edge.engine.record('access-0a1b-2026-11-29', 'AccessRecorded', data, 'r1');
  expect((await (await edge.ask('/v1/events')).json()).items).toEqual([]);
  const listed = await (await edge.ask('/v1/access?since=000000000000', as(tokenOf('auditor')))).json();
  expect(listed.items).toMatchObject([{ kind: 'login', actor: 'key:a', count: 3, addressWithheld: expect.any(String), until: '1970-01-01T00:00:09.000Z' }]);
  expect((await edge.ask('/v1/access', as(tokenOf('operator')))).status).toBe(403);
  expect((await (await edge.ask('/v1/access?kind=logn')).json()).errors[0].detail).toContain('did you mean login');
});

it('what is not in the log yet ends the list: of its kind, no more than asked for, none of a time to come', async () => {
  const record = (kind: 'login' | 'reveal', subject: string) => {
    const [outcome, actor, address, what] = ['done', 'key:a', null, ['GET /v1/events']] as const;
    edge.engine.unrecorded.push({ kind, outcome, actor, address, what, subjects: [subject], count: 1, since: 1_000, until: 1_000 });
  };
  record('login', 'first');
  record('reveal', 'second');
  record('login', 'third');
  const listed = async (query: string) => (await (await edge.ask(`/v1/access?${query}`, as(tokenOf('auditor')))).json()).items;
  const subjects = async (query: string) => (await listed(query)).map((item: { subjects: string[] }) => item.subjects[0]);
  expect(await listed('limit=1')).toMatchObject([{ subjects: ['first'], position: null }]);
  expect(await subjects('kind=login')).toEqual(['first', 'third']);
  expect(await subjects('since=2020-01-01')).toEqual(['first', 'second', 'third']);
  expect(await subjects('since=2999-01-01')).toEqual([]);
});

it('a record that reaches the log while the list is made is not left out of it', async () => {
  const data = { kind: 'login', outcome: 'done', actor: 'key:a', address: null, what: ['GET /v1/status'], subjects: ['ada'], count: 1, until: 9_000 };
  const waiting = { ...data, kind: 'login', outcome: 'done', since: 9_000 } as const;
  edge.engine.unrecorded.push(waiting);
  const page = edge.engine.page.bind(edge.engine);
  edge.engine.page = async (options) => {
    const found = await page(options);
    edge.engine.unrecorded.length = 0;
    edge.engine.record('access-0a1b-2026-11-29', 'AccessRecorded', data, 'r1');
    return found;
  };
  const { items } = await (await edge.ask('/v1/access?since=000000000000', as(tokenOf('auditor')))).json();
  expect(items).toMatchObject([{ subjects: ['ada'] }]);
});
