import { Cluster, PARTITIONS } from './cluster.js';
import { DisturbingRelay } from './disturbing-relay.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';

const NAMESPACE = 'abused';

describe('a topic gone bad', () => {
  let servers: Servers;
  let cluster: Cluster;
  let relay: DisturbingRelay;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await relay?.stop();
    await cluster?.stop();
    await servers?.stop();
  });

  it(
    'with records repeated, out of order, dropped, partitions replayed and offsets reset, gives the same read models',
    async () => {
      cluster = await Cluster.start(NAMESPACE, servers, ['command-api', 'query-api']);
      const run = new FaultRun('the topic abused', cluster);
      relay = await DisturbingRelay.start(NAMESPACE, servers, run.random);
      const projector = await cluster.add('projector');
      let strikes = 0;
      await run.strikeAgainAndAgain(async () => {
        await relay.replay(run.random.below(PARTITIONS));
        await projector.stop();
        await relay.resetOffsets(`${NAMESPACE}.projector`, strikes++ % 2 === 0 ? 'latest' : 'earliest');
        await run.quiet();
        await projector.start();
      });
      await run.settle();
      // Nothing but a later event of the same customer can tell that the last one is missing.
      relay.calm();
      await run.visitEveryCustomer();
      await run.verify();
      expect(relay.dropped).toBeGreaterThan(0);
    },
    storyMs,
  );
});
