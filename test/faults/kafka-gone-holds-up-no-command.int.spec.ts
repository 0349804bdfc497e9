import { setTimeout as delay } from 'node:timers/promises';
import { Cluster } from './cluster.js';
import { FaultRun } from './fault-run.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

const GONE_MS = 60_000;

describe('while Kafka is gone', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  it(
    'commands are taken as before, the status shows how far the read models are behind, and they catch up',
    async () => {
      cluster = await Cluster.start('away', servers);
      const run = new FaultRun('Kafka gone for a minute', cluster);
      await until(
        async () => (await cluster.status()).relay.position !== null,
        () => 'The relay has not published anything.',
      );
      await servers.kafka.kill();
      const before = run.ledger.acceptedCount;
      await delay(GONE_MS);
      expect(run.ledger.acceptedCount - before).toBeGreaterThan(100);
      const { projections, relay, log } = await cluster.status();
      // A few events were on their way when the broker stopped.
      for (const { lagMs } of projections) expect(lagMs).toBeGreaterThan(GONE_MS / 2);
      expect(relay.position! < log.position!).toBe(true);
      await servers.kafka.restart();
      await run.quiet();
      await run.verify();
    },
    storyMs,
  );
});
