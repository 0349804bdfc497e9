import { renameSync, writeFileSync } from 'node:fs';
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

describe('the thread that keeps the keys of customers', () => {
  afterAll(removeTemporaryFolders);

  it('is started again when it ended, and keeps nothing else from being ready: newcomers are recorded, and what was acknowledged is there once, in clear for who may see it', async () => {
    const folder = temporaryFolder();
    const order = join(folder, 'order.json');
    writeFileSync(order, JSON.stringify({ endThread: 'vault' }));
    const engine = await EngineProcess.start({
      data: join(folder, 'data'),
      environment: { NODE_OPTIONS: `--import ${runtime}`, TENURE_CHAOS_ORDER: order },
    });
    const vault = async () => {
      const { threads } = await engine.client.get<{ threads: { name: string; state: string; restarts: number }[] }>('/v1/status');
      return threads.find(({ name }) => name === 'vault')!;
    };
    const until = async (state: string, restarts: number) => {
      for (let now = await vault(); now.state !== state || now.restarts !== restarts; now = await vault())
        await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until('idle', 0);
    const ledger = new Acknowledgements();
    const writers = new Writers(ledger, new SeededRandom(5), 8, { newcomers: true });
    writers.connect(engine.client);
    for (let times = 0; times < TIMES; times++) {
      await until('running', times);
      const enough = ledger.acceptedCount + 50;
      while (ledger.acceptedCount < enough) await new Promise((resolve) => setTimeout(resolve, 10));
      process.kill(engine.pid, 'SIGUSR2');
    }
    await until('running', TIMES);
    const enough = ledger.acceptedCount + 50;
    while (ledger.acceptedCount < enough) await new Promise((resolve) => setTimeout(resolve, 10));
    await writers.stop();

    const events = (await engine.client.events()).filter(({ type }) => type.startsWith('tenure.customer.'));
    expect(checkHistory(ledger.sent, events)).toEqual([]);
    expect(ledger.contradictions).toEqual([]);
    expect((await engine.client.ask('/health/ready')).status).toBe(200);

    const file = join(folder, 'data', 'vault.db');
    renameSync(file, join(folder, 'vault.db'));
    process.kill(engine.pid, 'SIGUSR2');
    await until('restarting', TIMES);
    const judged = ['/health/ready', '/health/live'].map(async (path) => (await engine.client.ask(path)).status);
    expect(await Promise.all(judged)).toEqual([200, 200]);
    renameSync(join(folder, 'vault.db'), file);
    expect(await engine.stop()).toBe(0);
  });
});
