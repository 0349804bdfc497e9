import { tenure } from '../engine/command-line.js';
import { temporaryFolder } from '../engine/temporary-folder.js';
import { Cluster } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';
import { deleteTopic } from './topic-admin.js';
import { until } from './until.js';

const NAMESPACE = 'deleted';
const TOPIC = `${NAMESPACE}.customer-events.v1`;

describe('a topic that is deleted while clients write', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  const relay = async () => (await cluster.status()).relay;

  async function republish(): Promise<void> {
    const { publication } = await relay();
    const url = cluster.role('query-api').url;
    const { exitCode, stderr } = await tenure(['republish', '--reason', 'the topic was deleted', '--url', url, '--json'], { cwd: temporaryFolder() });
    expect([exitCode, stderr]).toEqual([0, '']);
    const begun = async () => {
      const now = await relay();
      return now.publication !== null && now.publication !== publication && now.position !== null;
    };
    await until(begun, cluster.story('The log is not published again'));
  }

  it(
    'is published again by one command, no process is restarted for it, and every read model equals a rebuild',
    async () => {
      cluster = await Cluster.start(NAMESPACE, servers);
      const run = new FaultRun('the topic deleted', cluster);
      const projector = cluster.role('projector');
      let strikes = 0;
      await run.strikeAgainAndAgain(async () => {
        // Every other time the projector is stopped until the new topic is longer than what it has read of the old one.
        const away = strikes++ % 2 === 1;
        if (away) await projector.stop();
        await deleteTopic(servers, TOPIC);
        await run.quiet();
        await republish();
        if (away) {
          const head = (await cluster.status()).log.position!;
          await until(async () => ((await relay()).position ?? '') >= head, cluster.story('The relay does not come to the head of the log'));
          await projector.start();
        }
      });
      await run.verify();
      const decisions = (await cluster.client.events()).filter(({ type }) => type.includes('RepublicationRequested'));
      expect(decisions).toHaveLength(strikes);
    },
    storyMs,
  );
});
