import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseLines } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { asCsv, inventedPurchases } from '../engine/invented-purchases.js';
import { itEmbedded, onDistributed } from '../engine/profile.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** On a cluster each past moment is built from a server's answers. */
const CUSTOMERS = onDistributed ? 200 : 2_000;
const linuxOnly = process.platform === 'linux' ? itEmbedded : it.skip;

describe('a client that goes before its answer is whole', () => {
  let data: string;
  let engine: EngineProcess;

  beforeAll(async () => {
    data = join(temporaryFolder(), 'data');
    engine = await EngineProcess.start({ data });
    await engine.client.importFile('purchases', asCsv(inventedPurchases({ customers: CUSTOMERS, seed: 13 })), {});
    await engine.client.current('/v1/retention');
  });
  afterAll(async () => {
    await engine.stop();
    removeTemporaryFolders();
  });

  /** Sends a request and disconnects: at once, or with the first bytes of the answer. */
  async function askAndLeave(path: string, whenAnswered: boolean): Promise<void> {
    const leaving = new AbortController();
    const asked = engine.client.open(path, { signal: leaving.signal }).then((response) => response.body?.getReader().read());
    if (whenAnswered) await asked.catch(() => undefined);
    else await delay(5);
    leaving.abort();
    await asked.catch(() => undefined);
  }

  const everyRow = async () => parseLines((await engine.client.ask('/v1/export/customer-file')).text).length;

  it('leaves the engine as it was, however often: answers come, all threads run', async () => {
    const { items } = await engine.client.get<{ items: { sequence: string }[] }>('/v1/events?limit=200'); // also accesses, which are recorded while the file is read, and not shown
    const asAt = (n: number) => `/v1/retention?asAt=${items[n]!.sequence}`;
    for (let n = 1; n <= 20; n += 1) {
      await Promise.all([
        askAndLeave('/v1/export/customer-file', n % 2 === 0),
        askAndLeave('/v1/export/purchases', n % 2 === 1),
        askAndLeave('/v1/retention?granularity=day', false),
        askAndLeave(asAt(n), false),
      ]);
    }
    expect(await everyRow()).toBe(CUSTOMERS);
    await engine.client.get('/v1/retention?granularity=day');
    await engine.client.get(asAt(99));
    const { threads } = await engine.client.get<{ threads: { name: string; restarts: number }[] }>('/v1/status');
    expect(threads.map(({ restarts }) => restarts)).toEqual(threads.map(() => 0));
    expect((await engine.client.ask('/health/ready')).status).toBe(200);
  });

  linuxOnly('leaves nothing open', async () => {
    await everyRow();
    const openFiles = () => readdirSync(`/proc/${engine.pid}/fd`).length;
    const before = openFiles();
    for (let n = 0; n < 40; n += 1) await askAndLeave('/v1/export/customer-file', n % 2 === 0);
    expect(await everyRow()).toBe(CUSTOMERS);
    expect(openFiles()).toBeLessThan(before + 15);
  });
});
