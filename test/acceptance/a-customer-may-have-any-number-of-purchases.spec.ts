import { join } from 'node:path';
import { EngineProcess } from '../engine/engine-process.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

const rows = 30_000;
const customerId = 'CASH';

interface File {
  readonly revision: number;
  readonly totals: readonly { readonly purchases: number; readonly spend: { readonly minor: number }; readonly net: { readonly minor: number } }[];
}

/** Documents of some megabytes, too large to be kept in one piece. */
describe('a customer with many thousand purchases', () => {
  const data = join(temporaryFolder(), 'data');
  let engine: EngineProcess;
  const file = () => engine.client.current<File>(`/v1/customers/${customerId}`);
  const amount = { minor: 1_000, currency: 'EUR' };

  beforeAll(async () => {
    engine = await EngineProcess.start({ data });
    const lines = Array.from({ length: rows }, (_, n) => {
      const at = new Date(Date.UTC(2021, 0, 1) + ((n * 7_919) % rows) * 3_600_000).toISOString();
      return `${customerId},order-number-${n},${at},${(100 + (n % 900)) / 100},EUR,till ${n % 3}`;
    });
    const text = ['customer_id,order_id,occurred_at,amount,currency,channel', ...lines].join('\n');
    const answer = await engine.client.importFile<{ type: string; accepted?: number }>('purchases', text, {});
    expect(answer.at(-1)).toMatchObject({ type: 'result', accepted: rows });
  }, 600_000);
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  it('has figures that follow each further fact, also after a restart, and equal a rebuild', async () => {
    const before = await file();
    expect(before.totals[0]!.purchases).toBe(rows);
    await engine.client.accept('RecordPurchase', { customerId, orderId: 'one-more', occurredAt: '2022-02-03T04:05:06Z', amount });
    await engine.client.accept('RecordReturn', { customerId, orderId: 'order-number-0', amount: { minor: 50, currency: 'EUR' } });
    await engine.stop();
    engine = await EngineProcess.start({ data });
    await engine.client.accept('VoidPurchase', { customerId, orderId: 'order-number-1', reason: 'typed twice' });
    const after = await file();
    const [was, is] = [before.totals[0]!, after.totals[0]!];
    expect([is.purchases, is.spend.minor, is.net.minor]).toEqual([rows, was.spend.minor + 1_000 - 101, was.net.minor + 1_000 - 101 - 50]);
    expect(await engine.client.check()).toMatchObject({ identical: true });
    expect((await engine.client.ask('/health/ready')).status).toBe(200);
    expect(JSON.stringify(await engine.client.get('/v1/status'))).not.toMatch(/"parked":[1-9]/);
  }, 600_000);
});
