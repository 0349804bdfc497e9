import { join } from 'node:path';
import { Client } from '../engine/client.js';
import { EngineProcess } from '../engine/engine-process.js';
import { temporaryFolder } from '../engine/temporary-folder.js';
import { apiKey } from '../engine/tenure-program.js';
import { Cluster, PARTITIONS } from './cluster.js';
import { storyMs } from './options.js';
import { type Role, RoleProcess } from './role-process.js';
import { type Servers, startServers } from './servers.js';
import { until } from './until.js';

describe('a role is ready only while it makes progress', () => {
  let servers: Servers;
  let cluster: Cluster | undefined;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterEach(async () => {
    await cluster?.stop();
    cluster = undefined;
  });
  afterAll(async () => {
    await servers?.stop();
  });

  /** Empty when the role is ready; else its reason. */
  const notReady = async (url: string): Promise<string> => {
    const { status, json } = await new Client(url, apiKey).ask('/health/ready');
    return status === 200 ? '' : json<{ detail: string }>().detail;
  };
  const becomesReady = (url: string): Promise<void> =>
    until(
      async () => (await notReady(url)) === '',
      () => notReady(url),
    );

  it(
    'started while Kafka is gone: relay and projector say so and are not ready, commands are taken, and all are ready when it is back',
    async () => {
      await servers.kafka.kill();
      cluster = await Cluster.start('nokafka', servers);
      const [commands, queries, relay, projector] = (['command-api', 'query-api', 'relay', 'projector'] as const).map((role) => cluster!.role(role).url);
      await cluster.client.accept('RegisterCustomer', { customerId: 'C-1' });
      expect([await notReady(commands!), await notReady(queries!)]).toEqual(['', '']);
      await until(
        async () => /KAFKA_BROKERS/.test(await notReady(relay!)) && /KAFKA_BROKERS/.test(await notReady(projector!)),
        async () => `The relay says ${await notReady(relay!)}, the projector ${await notReady(projector!)}`,
      );
      await servers.kafka.restart();
      for (const url of [relay!, projector!]) await becomesReady(url);
      await cluster.atHead();
    },
    storyMs,
  );

  it(
    'not at all with another number of partitions: it ends and says what to change',
    async () => {
      cluster = await Cluster.start('count', servers, ['relay', 'projector']);
      const ends = async (role: Role, wrong: Record<string, string>): Promise<[number | null, string]> => {
        const process = new RoleProcess(role, { ...cluster!.environment, ...wrong });
        process.begin();
        return [await process.ended(), process.said];
      };
      for (const role of ['relay', 'projector', 'query-api', 'analyst'] as const) {
        const sentence = `^tenure ${role}: .*${PARTITIONS} partitions.*${PARTITIONS + 1}`;
        expect(await ends(role, { TENURE_PARTITIONS: String(PARTITIONS + 1) })).toEqual([1, expect.stringMatching(new RegExp(sentence, 'm'))]);
      }
    },
    storyMs,
  );

  it(
    'an engine on one machine answers for its relay and its projector',
    async () => {
      const data = join(temporaryFolder(), 'data');
      const environment = { TENURE_PROFILE: 'distributed', ...new Cluster('machine', servers).environment };
      const engine = await EngineProcess.start({ data, environment });
      try {
        await becomesReady(engine.url);
        await engine.client.accept('RegisterCustomer', { customerId: 'C-1' });
        const relayPid = async () => Number((await engine.client.get<{ relay: { holder: string } }>('/v1/status')).relay.holder.split('-').at(-1));
        const pid = await relayPid();
        process.kill(pid, 'SIGSTOP');
        expect(await notReady(engine.url)).toMatch(/The relay does not answer/);
        process.kill(pid, 'SIGKILL');
        await becomesReady(engine.url);
        expect(await engine.stop()).toBe(0);
      } finally {
        await engine.kill();
      }
    },
    storyMs,
  );
});
