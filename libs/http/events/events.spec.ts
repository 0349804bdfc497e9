import { request } from 'node:http';
import { type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge();
  edge.engine.record('customer-c1', 'CustomerRegistered', { party: 'person' }, 'k1', { name: 'Ada' });
  edge.engine.record('access-keys', 'ApiKeyCreated', { hash: 'do-not-show' }, 'k2');
  edge.engine.record('customer-c1', 'PurchaseRecorded', { orderId: 'o' }, 'k3');
  edge.engine.record('model-bg-nbd', 'ModelFitted', { model: 'bg-nbd' }, 'k4');
});
afterEach(() => edge.close());

interface Message {
  readonly id: string | undefined;
  readonly data: { subject: string; sequence: string; type: string } | null;
}

/** Reads server-sent events until this many messages with data have arrived, then hangs up. */
const listen = (path: string, count: number, headers: Record<string, string> = {}, onOpen = () => {}): Promise<Message[]> =>
  new Promise((resolve, reject) => {
    let text = '';
    const asking = request({ host: '127.0.0.1', port: edge.port, path, headers: { authorization: `Bearer ${tokenOf('all')}`, ...headers } }, (response) => {
      response
        .setEncoding('utf8')
        .on('error', () => {})
        .on('data', (piece: string) => {
          const before = text;
          text += piece;
          if (before === '') onOpen();
          const messages = text.split('\n\n').slice(0, -1).map(readMessage);
          if (messages.filter((message) => message.data).length >= count) {
            asking.destroy();
            resolve(messages);
          }
        });
    });
    asking.on('error', reject).end();
  });

function readMessage(text: string): Message {
  const data = /^data: (.*)$/m.exec(text)?.[1];
  return { id: /^id: (.*)$/m.exec(text)?.[1], data: data === undefined ? null : JSON.parse(data) };
}

it('events are CloudEvents 1.0 with both times, position, revision, actor and cause', async () => {
  const { items, next, asOf } = await (await edge.ask('/v1/events?limit=1')).json();
  expect(next).toBe('000000000001');
  expect(asOf).toEqual({ position: '000000000004', recordedAt: '1970-01-01T00:00:01.000Z', lagMs: 0 });
  expect(items).toEqual([
    {
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: '/tenure',
      type: 'tenure.customer.CustomerRegistered.v1',
      subject: 'c1',
      time: '1970-01-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      recordedtime: '1970-01-01T00:00:01.000Z',
      sequence: '000000000001',
      partitionkey: 'c1',
      revision: 0,
      actor: 'key:all',
      commandid: 'k1',
      correlationid: 'c-1',
      data: { party: 'person', personal: { name: 'Ada' } },
    },
  ]);
  for (const name of Object.keys(items[0])) expect(name).toMatch(/^[a-z0-9]{1,20}$/);
});

it('going on behind next reaches the end; the events of keys are never shown', async () => {
  const rest = await (await edge.ask('/v1/events?after=000000000001')).json();
  expect(rest.items.map((item: { type: string }) => item.type)).toEqual(['tenure.customer.PurchaseRecorded.v1', 'tenure.system.ModelFitted.v1']);
  expect(rest.next).toBeNull();
  expect(JSON.stringify(rest)).not.toContain('do-not-show');
});

it('types filter, NDJSON, and what is wrong with parameters', async () => {
  for (const types of ['PurchaseRecorded', 'tenure.customer.PurchaseRecorded.v1'])
    expect((await (await edge.ask(`/v1/events?types=${types}`)).json()).items).toHaveLength(1);
  const lines = (await (await edge.ask('/v1/events', { headers: { accept: 'application/x-ndjson' } })).text()).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).sequence)).toEqual(['000000000001', '000000000003', '000000000004']);
  for (const [query, parameter] of [
    ['types=a b', 'types'],
    ['types=PurchaseRecorded,PurchasRecorded', 'types'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['after=', 'after'],
    ['typse=x', 'typse'],
  ]) {
    const refused = await edge.ask(`/v1/events?${query}`);
    expect([refused.status, (await refused.json()).errors[0].pointer]).toEqual([400, `/${parameter}`]);
  }
  for (const [after, status, code] of [
    ['abc', 400, 'wrong-position'],
    ['9', 409, 'position-beyond-head'],
  ]) {
    const refused = await edge.ask(`/v1/events?after=${after}`);
    expect([refused.status, (await refused.json()).errors[0]]).toEqual([status, expect.objectContaining({ pointer: '/after', code })]);
  }
  expect((await (await edge.ask('/v1/events?after=1')).json()).items).toEqual((await (await edge.ask('/v1/events?after=000000000001')).json()).items);
});

it('the history of one customer, page by page; nobody is 404', async () => {
  const first = await (await edge.ask('/v1/customers/c1/events?limit=1')).json();
  expect([first.items.length, first.next]).toEqual([1, '1']);
  const second = await (await edge.ask('/v1/customers/c1/events?from=1')).json();
  expect([second.items[0].revision, second.next]).toEqual([1, null]);
  expect((await edge.ask('/v1/customers/c9/events')).status).toBe(404);
});

it('the stream starts with what is new, and resumes behind the last id without loss', async () => {
  const messages = await listen('/v1/events/stream', 1, {}, () => edge.engine.record('customer-c2', 'PurchaseRecorded', {}, 'k5'));
  const last = messages.find((message) => message.data)!;
  expect(last).toMatchObject({ id: '000000000005', data: { subject: 'c2', sequence: '000000000005' } });
  edge.engine.record('customer-c3', 'PurchaseRecorded', {}, 'k6');
  const resumed = await listen('/v1/events/stream', 1, { 'last-event-id': last.id! });
  expect(resumed.filter((message) => message.data).map((message) => message.data?.subject)).toEqual(['c3']);
});

it('the stream from the beginning, filtered; heartbeats carry the position that the filter has passed', async () => {
  const messages = await listen('/v1/events/stream?after=beginning&types=PurchaseRecorded', 2, {}, () => {
    setTimeout(() => edge.engine.record('customer-c2', 'VisitRecorded', {}, 'k7'), 20);
    setTimeout(() => edge.engine.record('customer-c2', 'PurchaseRecorded', {}, 'k8'), 300);
  });
  expect(messages.filter((message) => message.data).map((message) => message.id)).toEqual(['000000000003', '000000000006']);
  expect(messages.some((message) => message.data === null && message.id === '000000000005')).toBe(true);
});

it('an invalid position is refused before the stream begins; closing the server ends the stream', async () => {
  expect((await edge.ask('/v1/events/stream?after=abc')).status).toBe(400);
  const ahead = await edge.ask('/v1/events/stream', { headers: { 'last-event-id': '9' } });
  expect([ahead.status, (await ahead.json()).errors[0].pointer]).toEqual([409, '/Last-Event-ID']);
  const response = await edge.ask('/v1/events/stream');
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const ended = response.text();
  const started = Date.now();
  await edge.application.close();
  expect(await ended).toContain('retry: 2000');
  expect(Date.now() - started).toBeLessThan(5_000);
});

it('clients that went before their stream began do not count as streams that are open', async () => {
  let letGo = () => {};
  const asked = new Set<() => void>();
  const own = await startEdge((parts) => ({
    ...parts,
    settings: { ...parts.settings, streamsPerKey: 2 },
    ports: {
      ...parts.ports,
      events: {
        ...parts.ports.events!,
        head: async () => {
          await new Promise<void>((resolve) => {
            asked.add(resolve);
            letGo = () => asked.forEach((each) => void each());
          });
          return null;
        },
      },
    },
  }));
  const gone = new AbortController();
  const refused = [1, 2, 3].map(() => own.ask('/v1/events/stream', { signal: gone.signal }).catch(({ name }: Error) => name));
  while (asked.size < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  gone.abort();
  expect(await Promise.all(refused)).toEqual(['AbortError', 'AbortError', 'AbortError']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  letGo();
  const honest = own.ask('/v1/events/stream?after=beginning', { signal: AbortSignal.timeout(5_000) });
  const letting = setInterval(() => letGo(), 5);
  expect((await honest).status).toBe(200);
  clearInterval(letting);
  await (await honest).body!.cancel();
  await own.close();
});

it('a stream of any kind has its history, by revision', async () => {
  edge.engine.record('restores', 'LogRestored', { reason: 'a test' }, 'k5');
  const { items, next } = await (await edge.ask('/v1/streams/customer/c1/events?limit=1')).json();
  expect([items[0].type, items[0].revision, next]).toEqual(['tenure.customer.CustomerRegistered.v1', 0, '1']);
  expect((await (await edge.ask('/v1/streams/model/bg-nbd/events')).json()).items).toMatchObject([{ type: 'tenure.system.ModelFitted.v1' }]);
  expect((await (await edge.ask('/v1/streams/restores/events')).json()).items).toMatchObject([{ type: 'tenure.system.LogRestored.v1' }]);
});

it.each([
  ['/v1/streams/modle/bg-nbd/events', 404, 'stream-kind-unknown', 'Did you mean model?'],
  ['/v1/streams/model/bg-nbdd/events', 404, 'stream-unknown', 'There is no model bg-nbdd'],
  ['/v1/streams/restores/events', 404, 'stream-unknown', 'Nothing was recorded on restores yet'],
  ['/v1/streams/restores/1/events', 404, undefined, '/v1/streams/restores/events'],
  ['/v1/streams/model/events', 404, undefined, '/v1/streams/model/<id>/events'],
  ['/v1/streams/access-keys/events', 403, undefined, 'shown to nobody'],
])('%s is answered with %d and what to do', async (path, status, code, detail) => {
  const answer = await edge.ask(path);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(detail), ...(code && { code }) });
});

it('who may read the events of a kind is asked everywhere', async () => {
  const ask = async (path: string) => edge.ask(path, { headers: { authorization: `Bearer ${tokenOf('integrator')}` } });
  expect((await ask('/v1/streams/model/bg-nbd/events')).status).toBe(403);
  const { items } = await (await ask('/v1/events')).json();
  expect(items.map(({ subject }: { subject: string }) => subject)).toEqual(['c1', 'c1']);
  const messages = await listen('/v1/events/stream?after=beginning', 2, { authorization: `Bearer ${tokenOf('integrator')}` });
  expect(messages.flatMap(({ data }) => data?.subject ?? [])).toEqual(['c1', 'c1']);
});
