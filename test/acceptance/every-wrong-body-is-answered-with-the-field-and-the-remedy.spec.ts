import { request } from 'node:http';
import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

const amount = { minor: 100, currency: 'EUR' };
const customerId = 'C-1';

describe('what is wrong with a command', () => {
  let engine: EngineProcess;

  beforeAll(async () => {
    engine = await EngineProcess.start({ data: join(temporaryFolder(), 'data') });
    await engine.client.accept('RegisterCustomer', { customerId });
    await engine.client.accept('RecordPurchase', { customerId, orderId: 'A-1', amount });
  }, 60_000);
  afterEach(async () => {
    expect(await engine.client.events()).toHaveLength(2);
  });
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    engine.client.ask('/v1/commands/RecordPurchase', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'wrong', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const problemOf = async (answer: Awaited<ReturnType<typeof send>>): Promise<Problem> => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = answer.json<Problem>();
    expect(problem.status).toBe(answer.status);
    expect(answer.text).not.toMatch(/\bat .*\.js|node_modules|\/dist\//);
    return problem;
  };

  it.each([
    ['a missing field', {}, '/customerId', /customerId/],
    ['an amount that is text', { customerId, amount: '11.77' }, '/amount', /amount/],
    ['a fraction of a minor unit', { customerId, amount: { minor: 11.5, currency: 'EUR' } }, '/amount/minor', /whole/],
    ['an amount that cannot be kept exactly', { customerId, amount: { minor: 2 ** 53, currency: 'EUR' } }, '/amount/minor', /minor/],
    ['an unknown currency', { customerId, amount: { minor: 1, currency: 'EUQ' } }, '/amount/currency', /ISO 4217/],
    ['a currency in small letters', { customerId, amount: { minor: 1, currency: 'eur' } }, '/amount/currency', /EUR|ISO 4217/],
    ['an unknown field', { customerId, amount, ammount: 1 }, '/ammount', /did you mean "?amount/i],
    ['an unknown field far inside', { customerId, lines: [{ product: 'a', quantity: 1, amount: { ...amount, major: 1 } }] }, '/lines/0/amount/major', /major/],
    ['a date that does not exist', { customerId, amount, occurredAt: '2026-02-30T10:00:00Z' }, '/occurredAt', /RFC 3339|exist|time/],
    ['a time without a zone', { customerId, amount, occurredAt: '2026-02-03T10:00:00' }, '/occurredAt', /zone|RFC 3339|Z/],
    ['an empty customer id', { customerId: '', amount }, '/customerId', /customerId/],
    ['a customer id of ten thousand characters', { customerId: 'x'.repeat(10_000), amount }, '/customerId', /customerId/],
    ['a list instead of an object', [], '', /object/],
    ['an empty list of lines', { customerId, lines: [] }, '/lines', /lines/],
  ])('%s', async (_name, body, pointer, words) => {
    const problem = await problemOf(await send(JSON.stringify(body)));
    expect([problem.status, problem.code]).toEqual([400, 'invalid-body']);
    const found = problem.errors.find((each) => each.pointer === pointer);
    expect([problem.errors, found?.pointer]).toEqual([problem.errors, pointer]);
    expect(found!.detail).toMatch(words);
  });

  it('every fault at once, not only the first', async () => {
    const problem = await problemOf(await send(JSON.stringify({ customerId: 7, amount: { minor: 'x', currency: 1 }, extra: 1 })));
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual(['/amount/currency', '/amount/minor', '/customerId', '/extra']);
  });

  it.each([
    ['truncated JSON', '{"customerId": "C-1", "amount": {"min', 'invalid-json'],
    ['nothing', '', 'body-empty'],
    ['no JSON at all', 'customerId=C-1', 'invalid-json'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'invalid-utf8'],
    ['__proto__', '{"customerId": "C-1", "__proto__": {"polluted": true}}', 'forbidden-key'],
    ['__proto__, escaped', '{"customerId": "C-1", "\\u005f_proto__": {"polluted": true}}', 'forbidden-key'],
    ['constructor, far inside', '{"customerId": "C-1", "amount": {"constructor": {"prototype": {}}}}', 'forbidden-key'],
  ])('%s', async (_name, body, code) => {
    const problem = await problemOf(await send(body));
    expect([problem.status, problem.code]).toEqual([400, code]);
    expect(Object.keys({})).toEqual([]);
  });

  it('ten megabytes', async () => {
    const problem = await problemOf(await send(JSON.stringify({ customerId, amount, note: 'x'.repeat(10_000_000) })).catch(() => send('x'.repeat(2_000_000))));
    expect([problem.status, problem.code]).toEqual([413, 'body-too-large']);
    expect(problem.detail).toMatch(/\d+ bytes/);
  });

  it('three thousand levels of nesting', async () => {
    const problem = await problemOf(await send(`${'{"amount":'.repeat(3_000)}1${'}'.repeat(3_000)}`));
    expect(problem.status).toBe(400);
  });

  it('another type of content', async () => {
    const problem = await problemOf(await send('customerId: C-1', { 'content-type': 'application/yaml' }));
    expect([problem.status, problem.detail]).toEqual([415, expect.stringContaining('application/json')]);
  });

  it('a body that is cut short on the way', async () => {
    const status = await new Promise<number | null>((resolve) => {
      const { port } = new URL(engine.url);
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': 'cut', 'content-length': '1000' };
      const sending = request({ port, host: '127.0.0.1', method: 'POST', path: '/v1/commands/RecordPurchase', headers }, (response) =>
        resolve(response.statusCode ?? null),
      );
      sending.on('error', () => resolve(null));
      sending.write('{"customerId": "C-1", "amount": {"minor": 1, "currency": "EUR"}');
      setTimeout(() => sending.destroy(), 50);
    });
    expect([null, 400]).toContain(status);
  });

  it('an order id that was used with another amount', async () => {
    const problem = await problemOf(await send(JSON.stringify({ customerId, orderId: 'A-1', amount: { minor: 101, currency: 'EUR' } })));
    expect([problem.status, problem.code]).toEqual([422, 'order-id-used']);
    expect(problem.detail).toMatch(/1\.00.*1\.01/);
  });

  it('a command, a path or a method that is not there', async () => {
    const command = await problemOf(await engine.client.send('RecordPurchas', {}));
    expect([command.status, command.detail]).toEqual([404, expect.stringContaining('RecordPurchase')]);
    const path = await problemOf(await engine.client.ask('/v1/retentoin'));
    expect([path.status, path.detail]).toEqual([404, expect.stringContaining('/v1/retention')]);
    const method = await engine.client.ask('/v1/retention', { method: 'DELETE' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
  });

  it('a parameter of a question', async () => {
    const answer = await problemOf(await engine.client.ask('/v1/retention?granularty=month'));
    expect([answer.status, answer.errors[0]]).toEqual([
      400,
      expect.objectContaining({ pointer: '/granularty', detail: expect.stringContaining('granularity') }),
    ]);
    for (const query of ['granularity=fortnight', 'timezone=Mars/Olympus', 'from=1997-02-30', 'from=1998-01-01&to=1997-01-01', 'mode=sometimes']) {
      expect([query, (await problemOf(await engine.client.ask(`/v1/retention?${query}`))).status]).toEqual([query, 400]);
    }
  });
});
