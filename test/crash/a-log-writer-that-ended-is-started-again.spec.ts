import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineProcess } from '../engine/engine-process.js';
import { SeededRandom } from '../engine/seeded-random.js';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';
import { Acknowledgements } from './acknowledgements.js';
import { checkHistory } from './history-check.js';
import { Writers } from './writers.js';

const runtime = fileURLToPath(new URL('../../chaos/unruly-runtime.mjs', import.meta.url));
const TIMES = 3;

describe('the thread that writes the log', () => {
  afterAll(removeTemporaryFolders);

  it('is started again when it ended: the engine goes on, and what was acknowledged is there once', async () => {
    const folder = temporaryFolder();
    const order = join(folder, 'order.json');
    writeFileSync(order, JSON.stringify({ endThread: 'log-writer' }));
    const engine = await EngineProcess.start({
      data: join(folder, 'data'),
      environment: { NODE_OPTIONS: `--import ${runtime}`, TENURE_CHAOS_ORDER: order },
    });
    const ledger = new Acknowledgements();
    const writers = new Writers(ledger, new SeededRandom(5), 8);
    writers.connect(engine.client);
    for (let n = 0; n < TIMES; n++) {
      const enough = ledger.acceptedCount + 50;
      while (ledger.acceptedCount < enough) await new Promise((resolve) => setTimeout(resolve, 10));
      process.kill(engine.pid, 'SIGUSR2');
    }
    const enough = ledger.acceptedCount + 50;
    while (ledger.acceptedCount < enough) await new Promise((resolve) => setTimeout(resolve, 10));
    await writers.stop();

    const events = (await engine.client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
    expect(checkHistory(ledger.sent, events)).toEqual([]);
    expect(ledger.contradictions).toEqual([]);
    expect(await engine.client.check()).toMatchObject({ identical: true });
    expect((await engine.client.ask('/health/ready')).status).toBe(200);
    const { threads } = await engine.client.get<{ threads: { name: string }[] }>('/v1/status');
    expect(threads.find(({ name }) => name === 'log-writer')).toMatchObject({
      state: 'running',
      restarts: TIMES,
      failedStarts: 0,
      lastEnd: expect.stringContaining('ended'),
    });
    expect(await engine.stop()).toBe(0);
  });

  it('does not believe, when it is started again, a clock that has jumped meanwhile', async () => {
    const folder = temporaryFolder();
    const order = join(folder, 'order.json');
    const engine = await EngineProcess.start({
      data: join(folder, 'data'),
      environment: { NODE_OPTIONS: `--import ${runtime}`, TENURE_CHAOS_ORDER: order },
    });
    const tell = (what: object) => {
      writeFileSync(order, JSON.stringify(what));
      process.kill(engine.pid, 'SIGUSR2');
    };
    const restarts = async () => {
      const { threads } = await engine.client.get<{ threads: { name: string; restarts: number }[] }>('/v1/status');
      return threads.find(({ name }) => name === 'log-writer')!.restarts;
    };
    await engine.client.accept('RegisterCustomer', { customerId: 'before' });
    tell({ wallClock: 3_600_000, endThread: 'log-writer' });
    while ((await restarts()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const refused = await engine.client.send('RegisterCustomer', { customerId: 'meanwhile' });
    expect([refused.status, refused.json()]).toEqual([503, expect.objectContaining({ code: 'clock-jumped' })]);
    tell({ wallClock: 0 });
    await engine.client.accept('RegisterCustomer', { customerId: 'after' });
    expect(await engine.stop()).toBe(0);
  });
});
