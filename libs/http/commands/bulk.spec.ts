import { request } from 'node:http';
import { type Body, type Edge, startEdge } from '../testing/edge.js';
import { tokenOf } from '../testing/fake-engine.js';

let edge: Edge;
beforeEach(async () => {
  edge = await startEdge();
});
afterEach(() => edge.close());

const line = (id: string, customerId = 'c', minor: unknown = 1): string =>
  JSON.stringify({ command: 'RecordPurchase', id, data: { customerId, amount: { minor, currency: 'USD' } } });

async function bulk(body: Body): Promise<{ status: number; answers: Record<string, unknown>[] }> {
  const response = await edge.ask('/v1/commands', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body });
  expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const text = await response.text();
  return {
    status: response.status,
    answers: text
      .split('\n')
      .filter((one) => one !== '')
      .map((one) => JSON.parse(one)),
  };
}

it('every line is answered in order; sent again it is answered as replayed', async () => {
  const body = `${line('a')}\n${line('b')}\r\n\n${line('c', 'other')}`;
  const { status, answers } = await bulk(body);
  expect(status).toBe(207);
  expect(answers).toEqual([
    { line: 1, id: 'a', status: 201, customerId: 'c', revision: 0, position: '000000000001' },
    { line: 2, id: 'b', status: 201, customerId: 'c', revision: 1, position: '000000000002' },
    { line: 4, id: 'c', status: 201, customerId: 'other', revision: 0, position: '000000000003' },
  ]);
  expect((await bulk(body)).answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
});

it('a byte order mark is passed over; UTF-16 is named', async () => {
  const { answers } = await bulk(`\uFEFF${line('a')}\n${line('b')}\n`);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const [first] = (await bulk(Buffer.from(`\uFEFF${line('c')}`, 'utf16le'))).answers;
  expect(first).toMatchObject({ status: 400, error: { code: 'utf-16', detail: 'The body is UTF-16. Send JSON in UTF-8.' } });
});

it('whatever is wrong with a line stays with that line', async () => {
  const long = JSON.stringify({ command: 'RecordPurchase', id: 'long', data: { note: 'x'.repeat(70_000) } });
  const pieces = [
    line('ok-1'),
    '{"command": "Rec',
    '[]',
    '{"id": "a b"}',
    '{"id": "n"}',
    '{"id":"u","command":"RecordPurchas","data":{}}',
    line('t', 'c', 'x'),
    '{"id":"p","command":"RecordPurchase","data":{"__proto__":{}}}',
    long,
  ];
  const odd = '{"id":"e","command":"RecordPurchase","data":{},"extra":1}';
  const rejected = [
    line('r', 'closed'),
    line('ok-1', 'c', 2),
    '{"id":"m","command":"RecordPurchase","expectedRevision":9,"data":{"customerId":"c","amount":{"minor":1,"currency":"USD"}}}',
    odd,
  ];
  const bytes = Buffer.concat([
    Buffer.from(`${pieces.join('\n')}\n{"id":"`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from(`"}\n${rejected.join('\n')}\n${line('ok-2')}\n`),
  ]);
  const { status, answers } = await bulk(bytes);
  expect(status).toBe(207);
  const codes = answers.map((answer) => [answer.id, answer.status, (answer.error as { code?: string } | undefined)?.code]);
  expect(codes).toEqual([
    ['ok-1', 201, undefined],
    [null, 400, 'invalid-json'],
    [null, 400, 'invalid-body'],
    [null, 400, 'invalid-parameter'],
    ['n', 400, 'invalid-parameter'],
    ['u', 404, 'command-unknown'],
    ['t', 400, 'invalid-body'],
    [null, 400, 'forbidden-key'],
    [null, 413, 'line-too-long'],
    [null, 400, 'invalid-utf8'],
    ['r', 422, 'customer-closed'],
    ['ok-1', 422, 'key-reused'],
    ['m', 412, 'revision-mismatch'],
    ['e', 400, 'invalid-parameter'],
    ['ok-2', 201, undefined],
  ]);
  expect(answers[6]?.error).toMatchObject({ errors: [{ pointer: '/amount/minor' }], retryable: false });
});

it('a batch that cannot be written is answered line by line as retryable, and the rest goes on', async () => {
  const { answers } = await bulk(`${line('a', 'full-disk')}\n${line('b')}\n`);
  expect(answers.map((answer) => answer.status)).toEqual([503, 503]);
  expect(answers[0]?.error).toMatchObject({ code: 'log-disk-full', retryable: true });
  expect((await bulk(`${line('a', 'broken')}\n`)).answers[0]).toMatchObject({ status: 500, error: { code: 'internal-error' } });
});

it('an empty body has an empty answer, and another type is refused', async () => {
  expect(await bulk('')).toEqual({ status: 207, answers: [] });
  const refused = await edge.ask('/v1/commands', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect(refused.status).toBe(415);
  expect((await refused.json()).detail).toContain('application/x-ndjson');
});

it('a slow sender is answered before it has finished', async () => {
  const answers: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const sending = request({
      port: edge.port,
      host: '127.0.0.1',
      path: '/v1/commands',
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf('all')}`, 'content-type': 'application/x-ndjson' },
    });
    sending.on('error', reject).on('response', (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        answers.push(text);
        if (answers.length === 1) sending.end(`${line('second')}\n`);
      });
      response.on('end', resolve);
    });
    sending.write(`${line('first')}\n`);
  });
  expect(answers.join('').split('\n').filter(Boolean)).toHaveLength(2);
});

it('twenty thousand lines go through in bounded batches', async () => {
  const body = Array.from({ length: 20_000 }, (_, at) => `{"id":"k${at}","command":"RecordPurchase","data":{}}\n`).join('');
  const { answers } = await bulk(body);
  expect(answers).toHaveLength(20_000);
  expect(answers.at(-1)).toMatchObject({ line: 20_000, id: 'k19999', status: 400 });
  await bulk(Array.from({ length: 1_200 }, (_, at) => `${line(`b${at}`, `c${at}`)}\n`).join(''));
  expect(Math.max(...edge.engine.batches)).toBeLessThanOrEqual(500);
  expect(edge.engine.events).toHaveLength(1_200);
});

it('a body that breaks off leaves no half line behind', async () => {
  await new Promise<void>((resolve) => {
    const sending = request({
      port: edge.port,
      host: '127.0.0.1',
      path: '/v1/commands',
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf('all')}`, 'content-type': 'application/x-ndjson' },
    });
    sending
      .on('error', () => resolve())
      .on('response', (response) =>
        response
          .on('error', () => {})
          .once('data', () => sending.destroy())
          .on('close', () => resolve()),
      );
    sending.write(`${line('whole')}\n${line('cut')}`);
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(edge.engine.sent.map((command) => command.id)).toEqual(['whole']);
  expect((await edge.send('c', 'still-alive')).status).toBe(201);
});
