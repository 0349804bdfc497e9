import { customerCursor } from '@tenure/projecting';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import { Cluster, PARTITIONS } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import { Readers } from './readers.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

const NAMESPACE = 'rebuild';

describe('a rebuild while clients write', () => {
  let servers: Servers;
  let cluster: Cluster;
  let store: MongoReadStore;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await store?.close();
    await cluster?.stop();
    await servers?.stop();
  });

  const liveBuilds = async () =>
    new Map(
      (await store.views()).filter(({ projection, live }) => live && projection !== customerCursor.name).map(({ projection, build }) => [projection, build]),
    );

  async function rebuilt(): Promise<void> {
    const { client } = cluster;
    const { id } = await client.post<{ id: string }>('/v1/operations/rebuilds', {});
    const look = () => client.get<{ state: string; reason?: string }>(`/v1/operations/rebuilds/${id}`);
    await until(async () => (await look()).state !== 'running', cluster.story('The rebuild does not end'));
    expect(await look()).toMatchObject({ state: 'done' });
  }

  it(
    'switches every read model, and no reader misses a customer or sees a figure go back',
    async () => {
      cluster = await Cluster.start(NAMESPACE, servers);
      store = await MongoReadStore.open({ url: servers.mongodb.url, database: NAMESPACE, partitions: PARTITIONS });
      const run = new FaultRun('all read models rebuilt', cluster);
      const readers = new Readers(cluster.client, 4);
      await run.strikeAgainAndAgain(async () => {
        const before = await liveBuilds();
        await rebuilt();
        const after = await liveBuilds();
        for (const [projection, build] of before) expect([projection, after.get(projection)]).toEqual([projection, build + 1]);
      });
      await readers.stop();
      expect(readers.wrong).toEqual([]);
      expect(readers.answers).toBeGreaterThan(100);
      await run.verify();
    },
    storyMs,
  );
});
