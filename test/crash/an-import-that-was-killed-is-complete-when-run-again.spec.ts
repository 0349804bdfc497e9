import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tenure } from '../engine/command-line.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { spawnTenure } from '../engine/tenure-program.js';

const purchases = inventedPurchases({ customers: 700, seed: 21 });
const sum = purchases.reduce((total, { amount }) => total + amount.minor, 0);
const whole = { read: purchases.length, rejected: 0, customers: 700, amount: [{ minor: sum, currency: 'USD' }] };

interface Result {
  readonly accepted: number;
  readonly duplicate: number;
}

describe('an import that was killed', () => {
  let cwd: string;
  let data: string;
  let engine: EngineProcess | null = null;

  beforeEach(() => {
    cwd = temporaryFolder();
    data = join(cwd, 'data');
    writeFileSync(join(cwd, 'orders.csv'), asCsv(purchases));
  });
  afterEach(async () => {
    await engine?.stop();
    engine = null;
  });
  afterAll(removeTemporaryFolders);

  /** The log now holds a part of the file and nothing else; running the import again completes it. */
  async function completes(): Promise<void> {
    engine = await EngineProcess.start({ data });
    const recorded = (await engine.client.events()).filter(({ type }) => type.includes('PurchaseRecorded')).length;
    expect(recorded).toBeGreaterThan(0);
    expect(recorded).toBeLessThan(purchases.length);
    const again = await tenure(['import', 'purchases', 'orders.csv', '--json', '--data', data], { cwd });
    const result = again.json<Result>();
    expect([again.exitCode, result]).toEqual([0, expect.objectContaining(whole)]);
    expect([result.duplicate, result.accepted]).toEqual([recorded, purchases.length - recorded]);
    const orders = (await engine.client.events()).filter(({ type }) => type.includes('PurchaseRecorded')).map((event) => event.data['orderId']);
    expect([orders.length, new Set(orders).size]).toEqual([purchases.length, purchases.length]);
    const { totals } = await engine.client.current<{ totals: object[] }>('/v1/totals');
    expect(totals).toEqual([expect.objectContaining({ purchases: purchases.length, spend: { minor: sum, currency: 'USD' } })]);
    expect(await engine.client.check()).toMatchObject({ identical: true });
  }

  it('with the engine, in the middle: the command line says so, and the next run completes it', async () => {
    const first = await EngineProcess.start({ data });
    const importing = tenure(['import', 'purchases', 'orders.csv', '--data', data], { cwd });
    await untilRecorded(first, 2_000);
    await first.kill();
    const cut = await importing;
    expect([cut.exitCode, cut.stdout]).toEqual([1, '']);
    expect(cut.stderr).toMatch(/again/);
    expect(cut.stderr).not.toMatch(/^\s+at /m);
    await completes();
  }, 60_000);

  it('without an engine, the command line itself: the next run completes it', async () => {
    const child = spawnTenure(['import', 'purchases', 'orders.csv', '--data', data], { cwd });
    const closed = once(child, 'close');
    await untilGrown(join(data, 'events.db-wal'), 1_000_000);
    child.kill('SIGKILL');
    await closed;
    await completes();
  }, 60_000);
});

async function untilRecorded({ client }: EngineProcess, events: number): Promise<void> {
  for (;;) {
    const { log } = await client.get<{ log: { events: number } }>('/v1/status');
    if (log.events >= events) return;
  }
}

async function untilGrown(file: string, bytes: number): Promise<void> {
  const { stat } = await import('node:fs/promises');
  for (;;) {
    const size = await stat(file).then(
      ({ size: found }) => found,
      () => 0,
    );
    if (size >= bytes) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
