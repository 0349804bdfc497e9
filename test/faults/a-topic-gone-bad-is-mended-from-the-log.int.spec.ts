import { setTimeout as delay } from 'node:timers/promises';
import { SeededRandom } from '../engine/seeded-random.js';
import { Cluster, PARTITIONS } from './cluster.js';
import { DisturbingRelay } from './disturbing-relay.js';
import { FaultRun } from './fault-run.js';
import { Mending } from './mending.js';
import { missingEventsOf } from './missing-events.js';
import { seed, storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';

const WRITING_MS = 20_000;
const LONGEST_MENDING_MS = 5_000;

describe('a topic gone bad', () => {
  let servers: Servers;
  let cluster: Cluster;
  let relay: DisturbingRelay;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterEach(async () => {
    await relay?.stop();
    await cluster?.stop();
  });
  afterAll(() => servers?.stop());

  async function abused(namespace: string) {
    cluster = await Cluster.start(namespace, servers, ['command-api', 'query-api']);
    relay = await DisturbingRelay.start(namespace, servers, new SeededRandom(seed));
    const projector = await cluster.add('projector');
    return { run: new FaultRun(`${namespace}, a topic gone bad`, cluster), projector };
  }

  /** Waits until every gap is repaired. Only a later event of the same customer reveals that the last one is missing. */
  async function mended(run: FaultRun): Promise<void> {
    await run.settle();
    relay.calm();
    await run.visitEveryCustomer();
    await run.verify();
    expect(relay.holes.length).toBeGreaterThan(0);
  }

  it(
    'with records repeated, out of order, dropped, partitions replayed and offsets reset, gives the same read models',
    async () => {
      const { run, projector } = await abused('abused');
      let strikes = 0;
      await run.strikeAgainAndAgain(async () => {
        await relay.replay(run.random.below(PARTITIONS));
        await projector.stop();
        await relay.resetOffsets('abused.projector', strikes++ % 2 === 0 ? 'latest' : 'earliest');
        await run.quiet();
        await projector.start();
      });
      await mended(run);
    },
    storyMs,
  );

  it(
    'shows every record it has lost as a gap, which is closed within seconds',
    async () => {
      const { run, projector } = await abused('lossy');
      const mending = new Mending(relay.holes, cluster.client);
      await delay(WRITING_MS);
      await mended(run);
      await mending.end();
      expect(mending.left).toEqual([]);
      console.info(
        `${relay.holes.length} events lost by the topic, mended at most ${mending.longestMs.toFixed(0)} ms after a later one of the customer was there`,
      );
      expect(mending.longestMs).toBeLessThan(LONGEST_MENDING_MS);
      expect(await missingEventsOf(projector)).toBeGreaterThanOrEqual(relay.holes.length);
    },
    storyMs,
  );
});
