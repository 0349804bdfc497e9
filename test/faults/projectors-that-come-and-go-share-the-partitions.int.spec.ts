import { Client } from '../engine/client.js';
import { apiKey } from '../engine/tenure-program.js';
import { Cluster, PARTITIONS } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { missingEventsOf } from './missing-events.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

interface ProjectorStatus {
  readonly state: string;
  readonly partitions: readonly { readonly partition: number }[];
}

describe('projectors that come and go', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  /** Whether every partition has one projector, and no projector is idle. */
  async function shared(): Promise<boolean> {
    const statuses = await Promise.all(
      cluster.all('projector').map(({ url }) => new Client(url, apiKey).get<ProjectorStatus & Record<string, unknown>>('/v1/status')),
    );
    const partitions = statuses.flatMap((status) => status.partitions.map(({ partition }) => partition)).sort();
    const all = Array.from({ length: PARTITIONS }, (_, n) => n);
    return statuses.every(({ state, partitions: own }) => state === 'consuming' && own.length > 0) && partitions.join() === all.join();
  }

  it(
    'share the partitions at every moment, two or three of them, stopped in order or killed',
    async () => {
      cluster = await Cluster.start('members', servers);
      const run = new FaultRun('projectors added and taken away', cluster);
      await run.strikeAgainAndAgain(async () => {
        await cluster.add('projector');
        if (run.random.chance(0.5)) await run.quiet(500);
        await cluster.add('projector');
        await until(shared, cluster.story('Three projectors do not share the partitions'));
        await run.quiet();
        const leaving = run.random.shuffled(cluster.all('projector')).slice(0, 2);
        await leaving[0]!.stop();
        await run.quiet(500);
        if (run.random.chance(0.5)) await leaving[1]!.kill();
        else await leaving[1]!.stop();
      });
      await run.verify();
      // A projector that takes over a partition begins at the read models' position: nothing published in between counts as lost.
      for (const projector of cluster.all('projector')) expect(await missingEventsOf(projector)).toBe(0);
    },
    storyMs,
  );
});
