import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const pour = (glass: string, millilitres: unknown, key: string, headers: Record<string, string> = {}) =>
  edge.ask('/v1/commands/PourWater', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify({ glass, millilitres }),
  });
const bulk = async (lines: readonly object[], token = tokenOf('all')) => {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` };
  const answer = await edge.ask('/v1/commands', { method: 'POST', headers, body: lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
  expect(answer.status).toBe(207);
  return (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};
const line = (id: string, glass: string, millilitres: number, more: object = {}) => ({ command: 'PourWater', id, data: { glass, millilitres }, ...more });

it('a command that a kind of stream declares is answered as a command on a customer is', async () => {
  const first = await pour('left', 100, 'k-1');
  const body = await first.json();
  expect([first.status, first.headers.get('etag'), body]).toEqual([
    201,
    '"0"',
    { commandId: 'k-1', glass: 'left', revision: 0, position: expect.any(String), events: [{ eventId: expect.any(String), type: 'WaterPoured', revision: 0 }] },
  ]);
  const again = await pour('left', 100, '"k-1"');
  expect([again.status, again.headers.get('idempotency-replayed'), await again.json()]).toEqual([200, 'true', body]);
  expect(await (await pour('left', 101, 'k-1')).json()).toMatchObject({ status: 422, code: 'key-reused' });
});

it('is refused by a rule, a revision, a body or an id as that is', async () => {
  expect(await (await pour('right', 301, 'k-2')).json()).toMatchObject({
    status: 422,
    code: 'glass-full',
    detail: 'There is room for 300 ml.',
    errors: [{ pointer: '/millilitres', code: 'glass-full' }],
  });
  const mismatch = await pour('right', 1, 'k-3', { 'if-match': '"7"' });
  expect(await mismatch.json()).toMatchObject({ status: 412, currentRevision: null, detail: 'If-Match does not hold: there is no such glass yet.' });
  expect(await (await pour('right', 1, 'k-3', { 'if-match': 'W/"7"' })).json()).toMatchObject({ status: 400, errors: [{ pointer: '/If-Match' }] });
  expect(await (await pour('right', 'much', 'k-3')).json()).toMatchObject({ status: 400, errors: [{ pointer: '/millilitres' }] });
  expect(await (await pour('middle', 1, 'k-3')).json()).toMatchObject({ status: 404, code: 'glass-unknown', detail: expect.stringContaining('left, right') });
  expect(await (await pour('broken', 1, 'k-3')).json()).toMatchObject({ status: 503, code: 'log-disk-full', retryable: true, outcome: 'not-appended' });
  const misspelt = await edge.ask('/v1/commands/PourWatr', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: '{}',
  });
  expect(await misspelt.json()).toMatchObject({ status: 404, detail: expect.stringContaining('Did you mean PourWater?') });
});

it('is sent by the roles that its kind names, and read by those that may', async () => {
  await pour('left', 1, 'k-4');
  const status = async (role: 'integrator' | 'analyst' | 'operator' | 'auditor') => [
    (await pour('left', 1, 'k-5', { authorization: `Bearer ${tokenOf(role)}` })).status,
    (await edge.ask('/v1/streams/glass/left/events', { headers: { authorization: `Bearer ${tokenOf(role)}` } })).status,
  ];
  expect([await status('integrator'), await status('operator'), await status('analyst'), await status('auditor')]).toEqual([
    [403, 403],
    [201, 403],
    [200, 403],
    [403, 200],
  ]);
});

it('goes in a body of many commands, among those on customers, each line with its own fate', async () => {
  const purchase = { command: 'RecordPurchase', id: 'p', data: { customerId: 'c', amount: { minor: 1, currency: 'USD' } } };
  const answers = await bulk([
    line('b-1', 'right', 200),
    purchase,
    line('b-2', 'right', 200),
    line('b-1', 'right', 200),
    line('b-3', 'right', 1, { expectedRevision: 9 }),
    line('b-4', 'right', 0),
    line('b-5', 'right', 50, { correlationId: 'round' }),
    line('b-6', 'broken', 1),
  ]);
  expect(answers.map(({ line: number, status, glass, customerId, revision, error }) => [number, status, glass ?? customerId, revision, error?.code])).toEqual([
    [1, 201, 'right', 0, undefined],
    [2, 201, 'c', 0, undefined],
    [3, 422, undefined, undefined, 'glass-full'],
    [4, 200, 'right', 0, undefined],
    [5, 412, undefined, undefined, 'revision-mismatch'],
    [6, 400, undefined, undefined, 'invalid-body'],
    [7, 201, 'right', 1, undefined],
    [8, 503, undefined, undefined, 'log-disk-full'],
  ]);
  expect(edge.engine.events.at(-1)!.metadata).toMatchObject({ commandId: 'b-5', correlationId: 'round', actor: 'key:all' });
});

it('is not tried on a log that another line of the batch has failed on: that would wait for it once more', async () => {
  const purchase = { command: 'RecordPurchase', id: 'p-2', data: { customerId: 'c', amount: { minor: 1, currency: 'USD' } } };
  const before = edge.engine.events.length;
  const answers = await bulk([line('f-1', 'broken', 1), line('f-2', 'right', 1), purchase, line('f-3', 'right', 0), line('f-4', 'right', 1)]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 201, 400, 503]);
  expect(answers[4]).toEqual({
    line: 5,
    id: 'f-4',
    status: 503,
    error: {
      code: 'log-disk-full',
      detail: expect.stringContaining('for line 1, so this line was not tried'),
      errors: [],
      retryable: true,
      outcome: 'not-appended',
    },
  });
  expect(edge.engine.events.slice(before).map(({ stream }) => stream)).toEqual(['customer-c']);
});

it('holds back no answer that is known, and is not begun for a sender that has gone', async () => {
  const begun: string[] = [];
  let goOn: (() => void) | undefined;
  const slow = await startEdge((parts) => {
    const { execute } = parts.ports.streamCommands!;
    const streamCommands: typeof parts.ports.streamCommands = {
      execute: async (sent) => {
        begun.push(sent.id);
        await new Promise<void>((resolve) => (goOn = resolve));
        return execute.call(parts.ports.streamCommands, sent);
      },
    };
    return { ...parts, ports: { ...parts.ports, streamCommands } };
  });
  const purchase = { command: 'RecordPurchase', id: 'p', data: { customerId: 'c', amount: { minor: 1, currency: 'USD' } } };
  const body = [purchase, line('s-1', 'left', 1), line('s-2', 'left', 1)].map((one) => `${JSON.stringify(one)}\n`).join('');
  const answer = await slow.ask('/v1/commands', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body });
  const reader = answer.body!.getReader();
  const { value } = await reader.read();
  expect(JSON.parse(Buffer.from(value!).toString('utf8'))).toMatchObject({ id: 'p', status: 201 });
  slow.engine.revoked.add('key:all');
  await expect(reader.read()).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 50)); // the engine learns of it a moment later
  goOn!();
  await slow.close();
  expect(begun).toEqual(['s-1']);
});

it('a line whose command needs another role is 403, by itself, and recorded as a denial', async () => {
  const purchase = { command: 'RecordPurchase', id: 'q', data: { customerId: 'c', amount: { minor: 1, currency: 'USD' } } };
  const statuses = async (role: 'integrator' | 'operator') => (await bulk([purchase, line('q', 'left', 1)], tokenOf(role))).map(({ status }) => status);
  expect([await statuses('integrator'), await statuses('operator')]).toEqual([
    [201, 403],
    [403, 201],
  ]);
  expect(edge.engine.accesses.filter(({ kind }) => kind === 'denial').slice(-2)).toMatchObject([
    { actor: 'key:integrator', what: 'POST /v1/commands', outcome: 'refused' },
    { actor: 'key:operator', what: 'POST /v1/commands', outcome: 'refused' },
  ]);
});

it('is described as the others are', async () => {
  const { paths, components, tags } = (await edge.application.openApi()) as never as {
    paths: Record<string, { post: { requestBody: object; responses: Record<number, object> } }>;
    components: { schemas: Record<string, { properties: object; required?: string[] }> };
    tags: object[];
  };
  expect(paths['/v1/commands/PourWater']!.post).toMatchObject({
    tags: ['glasses'],
    'x-roles': ['analyst', 'operator'],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/PourWater' } } } },
    responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedGlassCommand' } } } }, 412: {}, 422: {} },
  });
  expect(Object.keys(components.schemas['AcceptedGlassCommand']!.properties)).toContain('glass');
  expect(Object.keys(components.schemas['CommandLine']!.properties)).toEqual(expect.arrayContaining(['customerId', 'glass']));
  expect(paths['/v1/commands']!.post).toMatchObject({ 'x-roles': ['analyst', 'integrator', 'operator'] });
  expect(tags).toContainEqual({ name: 'glasses', description: 'Commands about glasses.' });
});

it('is served by every process that is given the port, with customers’ commands or without', async () => {
  const served = async (names: readonly string[]) => {
    const some = await startEdge(({ ports, ...parts }) => {
      const given = ['keys', 'audit', 'moments', 'health', ...names];
      return { ...parts, ports: Object.fromEntries(Object.entries(ports).filter(([name]) => given.includes(name))) as unknown as typeof ports };
    });
    const send = (path: string, type: string, body: object) =>
      some.ask(path, { method: 'POST', headers: { 'content-type': type, 'idempotency-key': 'k' }, body: JSON.stringify(body) });
    const data = { glass: 'left', millilitres: 1 };
    const alone = (await send('/v1/commands/PourWater', 'application/json', data)).status;
    const line = (await send('/v1/commands', 'application/x-ndjson', { command: 'PourWater', id: 'k', data })).status;
    const { paths } = (await some.application.openApi()) as { paths: Record<string, object> };
    await some.close();
    return [alone, line, '/v1/commands/PourWater' in paths];
  };
  expect(await served(['commands', 'streamCommands'])).toEqual([201, 207, true]);
  expect(await served(['models', 'streamCommands'])).toEqual([201, 404, true]);
  expect(await served(['commands'])).toEqual([404, 207, false]);
});

it('a command on customers may not have the name of one of these: the start fails', async () => {
  const twice = startEdge((parts) => ({ ...parts, commands: [{ name: 'PourWater', aspect: 'purchases', summary: 'Pour', shape: Object }] }));
  await expect(twice).rejects.toThrow('Two commands have the name PourWater.');
});
