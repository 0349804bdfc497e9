import { Cluster } from './cluster.js';
import { FaultRun, type Strike } from './fault-run.js';
import { storyMs } from './options.js';
import type { Role } from './role-process.js';
import { type Servers, startServers } from './servers.js';

describe('whatever is killed while eight clients write', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterEach(() => cluster?.stop());
  afterAll(() => servers?.stop());

  async function survives(namespace: string, strike: Strike): Promise<void> {
    cluster = await Cluster.start(namespace, servers);
    const run = new FaultRun(`${namespace} killed`, cluster);
    await run.strikeAgainAndAgain(strike);
    await run.verify();
  }

  const role =
    (name: Role): Strike =>
    async (run) => {
      await run.cluster.role(name).kill();
      await run.quiet(500);
      await run.cluster.role(name).start();
    };

  it('the relay', () => survives('relay', role('relay')), storyMs);
  it('the projector', () => survives('projector', role('projector')), storyMs);
  it('the process that answers queries', () => survives('query-api', role('query-api')), storyMs);

  it(
    'the process that takes commands',
    () =>
      survives('command-api', async (run) => {
        await run.cluster.role('command-api').kill();
        run.disconnect();
        await run.quiet(500);
        await run.cluster.role('command-api').start();
        run.connect();
      }),
    storyMs,
  );

  it(
    'Kafka',
    () =>
      survives('kafka', async (run) => {
        await servers.kafka.kill();
        await run.quiet(500);
        await servers.kafka.restart();
      }),
    storyMs,
  );

  it(
    'MongoDB',
    () =>
      survives('mongodb', async (run) => {
        await servers.mongodb.kill();
        await run.quiet(500);
        await servers.mongodb.restart();
      }),
    storyMs,
  );

  it(
    'EventStoreDB, which also loses answers and drops subscriptions',
    () =>
      survives('eventstoredb', async (run) => {
        const { eventstoredb } = servers;
        await eventstoredb.set({ loseAnswers: run.random.below(3), breakAfterAppends: run.random.below(3), ignoreAppends: run.random.below(2) });
        await eventstoredb.dropSubscriptions();
        await run.quiet();
        await eventstoredb.kill();
        await run.quiet(500);
        await eventstoredb.restart();
      }),
    storyMs,
  );
});
