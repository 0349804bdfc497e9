import { join } from 'node:path';
import type { Accepted } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const purchase = { customerId: 'C-1', orderId: 'A-1', occurredAt: '2026-01-05T10:00:00Z', amount: { minor: 1177, currency: 'EUR' } };

describe('a command that is sent again with its key', () => {
  let data: string;
  let engine: EngineProcess;
  let first: Accepted;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  const purchases = async () =>
    (await engine.client.get<{ items: { type: string }[] }>('/v1/customers/C-1/events')).items.filter(({ type }) => type.includes('PurchaseRecorded'));

  it('a hundred times at once takes effect once, and is answered a hundred times alike', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => engine.client.send('RecordPurchase', purchase, { key: 'order-A-1' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(99);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    first = answers[0]!.json<Accepted>();
    expect(first).toMatchObject({ commandId: 'order-A-1', customerId: 'C-1', revision: 1, events: [{ type: 'PurchaseRecorded', revision: 1 }] });
    expect(await purchases()).toHaveLength(1);
  });

  it('with the key in quotes, and the fields in another order, is the same command', async () => {
    const { amount, ...rest } = purchase;
    expect(
      (await engine.client.send('RecordPurchase', { amount: { currency: amount.currency, minor: amount.minor }, ...rest }, { key: '"order-A-1"' })).json(),
    ).toEqual(first);
  });

  it('after other commands gets its own outcome', async () => {
    await engine.client.accept('RecordPurchase', { ...purchase, orderId: 'A-2' });
    const again = await engine.client.send('RecordPurchase', purchase, { key: 'order-A-1' });
    expect([again.status, again.json()]).toEqual([200, first]);
  });

  it('with another payload is refused, and nothing is recorded', async () => {
    const refused = await engine.client.send('RecordPurchase', { ...purchase, amount: { minor: 1178, currency: 'EUR' } }, { key: 'order-A-1' });
    expect([refused.status, refused.json()]).toEqual([422, expect.objectContaining({ code: 'key-reused', retryable: false })]);
    const other = await engine.client.send('RecordVisit', { customerId: 'C-1' }, { key: 'order-A-1' });
    expect([other.status, other.json()]).toEqual([422, expect.objectContaining({ code: 'key-reused' })]);
    expect(await purchases()).toHaveLength(2);
  });

  it('in a bulk body is answered as it was alone', async () => {
    const [line] = await engine.client.bulk([{ command: 'RecordPurchase', id: 'order-A-1', data: purchase }]);
    expect(line).toMatchObject({ id: 'order-A-1', status: 200, revision: first.revision, position: first.position });
  });

  it('after a kill and a restart gets the same answer, alone and in bulk', async () => {
    const lines = [
      { command: 'RegisterCustomer', id: 'b-1', data: { customerId: 'C-2' } },
      { command: 'RecordPurchase', id: 'b-2', data: { ...purchase, customerId: 'C-2' } },
      { command: 'RecordVisit', id: 'b-3', data: { customerId: 'C-2' } },
    ];
    const answered = await engine.client.bulk<{ status: number }>(lines);
    expect(answered.map(({ status }) => status)).toEqual([201, 201, 201]);
    await engine.kill();
    engine = await EngineProcess.start({ data });
    const again = await engine.client.send('RecordPurchase', purchase, { key: 'order-A-1' });
    expect([again.status, again.headers.get('idempotency-replayed'), again.json()]).toEqual([200, 'true', first]);
    expect(await engine.client.bulk(lines)).toEqual(answered.map((line) => ({ ...line, status: 200 })));
    expect(await purchases()).toHaveLength(2);
  }, 60_000);

  it('without a key is refused with the remedy', async () => {
    const answer = await engine.client.postAnswer('/v1/commands/RecordPurchase', purchase);
    expect([answer.status, answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'idempotency-key-missing', detail: expect.stringContaining('Idempotency-Key') }),
    ]);
  });

  it('holds to the revision it names', async () => {
    const visit = { customerId: 'C-1' };
    const stale = await engine.client.send('RecordVisit', visit, { revision: 0 });
    expect([stale.status, stale.json()]).toEqual([412, expect.objectContaining({ code: 'revision-mismatch' })]);
    const { headers } = await engine.client.ask('/v1/customers/C-1');
    const etag = Number(headers.get('etag')!.replaceAll('"', ''));
    const racing = await Promise.all(Array.from({ length: 20 }, () => engine.client.send('RecordVisit', visit, { revision: etag })));
    expect(racing.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(412)]);
  });
});
