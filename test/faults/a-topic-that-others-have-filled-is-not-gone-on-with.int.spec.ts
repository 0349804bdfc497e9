import { tenure } from '../engine/command-line.js';
import { temporaryFolder } from '../engine/temporary-folder.js';
import { Cluster, PARTITIONS } from './cluster.js';
import { storyMs } from './options.js';
import { type Servers, startServers } from './servers.js';
import { deleteTopic, fillAnew, topicEnds } from './topic-admin.js';
import { until } from './until.js';

const NAMESPACE = 'replaced';
const TOPIC = `${NAMESPACE}.customer-events.v1`;
const CUSTOMERS = 40;

const sum = (ends: readonly number[]) => ends.reduce((total, end) => total + end, 0);

describe('a topic that was made anew and filled by others to where it had ended', () => {
  let servers: Servers;
  let cluster: Cluster;

  beforeAll(async () => {
    servers = await startServers();
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  const register = async (prefix: string) => {
    for (let n = 0; n < CUSTOMERS; n++) await cluster.client.accept('RegisterCustomer', { customerId: `${prefix}-${n}`, occurredAt: '2025-01-01T00:00:00Z' });
  };
  /** Positions of the read models that the topic feeds: all but the one of models. */
  const fed = async () =>
    (await cluster.status()).projections.filter(({ projection }) => !['model-fits', 'terms'].includes(projection)).map(({ position }) => position);
  const relayed = () =>
    until(async () => {
      const { log, relay } = await cluster.status();
      return relay.position === log.position;
    }, cluster.story('The relay does not come to the head of the log'));

  it(
    'is known by its last records: relay and projector say so, no read model claims what it lacks, and all is published again by one command',
    async () => {
      cluster = await Cluster.start(NAMESPACE, servers);
      const [relay, projector] = [cluster.role('relay'), cluster.role('projector')];
      await register('before');
      await cluster.atHead();
      await projector.stop();
      await register('unread');
      await relayed();
      await relay.stop();
      const { relay: published } = await cluster.status();
      const claimed = await fed();
      const ends = await topicEnds(servers, TOPIC);
      expect([ends.length, ends.every((end) => end > 0)]).toEqual([PARTITIONS, true]);
      await deleteTopic(servers, TOPIC);
      await fillAnew(servers, TOPIC, ends);
      expect(await topicEnds(servers, TOPIC)).toEqual(ends);

      await Promise.all([relay.start(), projector.start()]);
      await register('after');
      await until(() => /has another record at \d+, where event/.test(relay.said), cluster.story('The relay does not know the topic by its last records'));
      const refusing = async () => JSON.stringify(await cluster.statusOf('projector')).includes('where an event was published');
      await until(refusing, cluster.story('The projector does not know the topic by its last records'));
      expect((await cluster.status()).relay).toMatchObject({ publication: published.publication, position: published.position });
      expect(await fed()).toEqual(claimed);
      expect(await topicEnds(servers, TOPIC)).toEqual(ends);

      const url = cluster.role('query-api').url;
      const { exitCode, stderr } = await tenure(['republish', '--reason', 'others had filled the topic', '--url', url, '--json'], { cwd: temporaryFolder() });
      expect([exitCode, stderr]).toEqual([0, '']);
      await cluster.atHead();
      const { log, relay: now } = await cluster.status();
      expect([now.position, now.publication === published.publication]).toEqual([log.position, false]);
      expect(sum(await topicEnds(servers, TOPIC)) - sum(ends)).toBe(3 * CUSTOMERS);
      expect(await cluster.client.check()).toMatchObject({ identical: true });
    },
    storyMs,
  );
});
