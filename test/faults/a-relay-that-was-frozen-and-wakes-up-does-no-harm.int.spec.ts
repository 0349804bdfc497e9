import { Cluster } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

describe('a relay that was frozen', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  /** The relay that publishes, found by the process id in the lease. */
  const publisher = async () => {
    const { relay } = await cluster.status();
    return cluster.all('relay').find(({ pid }) => relay.holder?.endsWith(`-${pid}`));
  };

  it(
    'is stood in for by the other, and does no harm when it wakes up in the middle of what it was at',
    async () => {
      cluster = await Cluster.start('frozen', servers, ['relay', 'relay', 'projector', 'command-api', 'query-api']);
      const run = new FaultRun('the publishing relay frozen', cluster);
      await run.strikeAgainAndAgain(async () => {
        await until(async () => (await publisher()) !== undefined, cluster.story('No relay publishes'));
        const frozen = (await publisher())!;
        frozen.pause();
        await until(async () => {
          const holder = await publisher();
          return holder !== undefined && holder !== frozen;
        }, cluster.story('Nobody stands in for the relay that is frozen'));
        await run.quiet();
        frozen.resume();
      });
      await run.verify();
    },
    storyMs,
  );
});
