import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import { Cluster } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import type { RoleProcess } from './role-process.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

interface ProjectorStatus {
  readonly undivided: { readonly holds: boolean; readonly position: string | null };
}

describe('the read models that are not about customers', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  async function holders(): Promise<RoleProcess[]> {
    const all = cluster.all('projector');
    const statuses = await Promise.all(all.map(({ url }) => new Client(url, apiKey).get<ProjectorStatus & Record<string, unknown>>('/v1/status')));
    return all.filter((_, i) => statuses[i]!.undivided.holds);
  }

  /** A few repeat buyers, without whom there is nothing to fit. */
  async function buyers({ ledger }: FaultRun): Promise<void> {
    for (const customerId of ['again-1', 'again-2', 'again-3', 'again-4']) {
      const purchases = ['2024-01-01', '2024-03-01', '2024-08-01'].map((day) => ({ orderId: day, occurredAt: day, amount: { minor: 100, currency: 'EUR' } }));
      for (const [n, fields] of [{}, ...purchases].entries()) {
        const name = n === 0 ? 'RegisterCustomer' : 'RecordPurchase';
        const body = { customerId, ...fields };
        const command = ledger.send({ name, customerId, key: `${name}-${n}`, body });
        ledger.accept(command, await cluster.client.accept(name, body, { key: command.key }));
      }
    }
  }

  async function oneHolder(): Promise<RoleProcess> {
    await until(async () => (await holders()).length === 1, cluster.story('There is not one projector that keeps them'));
    return (await holders())[0]!;
  }

  it(
    'are kept by one projector of several, and by another when that one is killed, stopped or frozen; a rebuild gives the same',
    async () => {
      cluster = await Cluster.start('undivided', servers, ['relay', 'projector', 'projector', 'command-api', 'query-api', 'analyst']);
      const { client } = cluster;
      const analyst = new Client(cluster.role('analyst').url, apiKey);
      const run = new FaultRun('who keeps the read models of models is struck', cluster);
      await buyers(run);
      let fits = 0;
      let frozen: RoleProcess | null = null;
      await run.strikeAgainAndAgain(async () => {
        const holder = await oneHolder();
        const strike = run.random.pick(['kill', 'stop', 'pause'] as const);
        await holder[strike]();
        if (strike === 'pause') frozen = holder;
        const { position } = await analyst.post<{ position: string }>('/v1/models/nbd/fits', {});
        fits += 1;
        if (run.random.chance(0.5)) await analyst.accept('PromoteModel', { model: 'nbd', fit: position });
        await until(
          async () => (await client.get<{ items: object[] }>('/v1/model-fits?limit=1000')).items.length === fits,
          cluster.story('Nobody has taken the read models of models over'),
        );
        frozen?.resume();
        frozen = null;
        if (strike !== 'pause') await cluster.add('projector');
        await oneHolder();
      });
      const { cells } = await client.current<{ cells: { fits: number }[] }>('/v1/model-fits/by-state?');
      expect(cells.reduce((sum, cell) => sum + cell.fits, 0)).toBe(fits);
      const { text } = await new Client((await oneHolder()).url, apiKey).ask('/metrics');
      expect(text).toMatch(/^tenure_projector_lag_seconds\{partition="undivided"\} \d/m);
      await run.verify();
    },
    storyMs,
  );
});
