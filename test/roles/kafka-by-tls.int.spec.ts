import { Cluster } from '../faults/cluster.js';
import { type Servers, startServers } from '../faults/servers.js';
import { kcat, readWithKcat } from '../topic/kcat.js';
import { refusedStart } from './refused-start.js';

const NAMESPACE = 'encrypted';
const TOPIC = `${NAMESPACE}.customer-events.v1`;

describe('roles and a Kafka that speaks TLS, with a CA of its own', () => {
  let servers: Servers;
  let cluster: Cluster;
  let byTls: Record<string, string>;

  beforeAll(async () => {
    await kcat(['-V']);
    servers = await startServers({ tls: true });
    const { brokers, ca } = servers.kafka.tls!;
    byTls = { KAFKA_BROKERS: brokers.join(','), KAFKA_TLS: 'on', NODE_EXTRA_CA_CERTS: ca };
    cluster = await Cluster.start(NAMESPACE, servers, undefined, byTls);
  }, 180_000);
  afterAll(async () => {
    await cluster?.stop();
    await servers?.stop();
  });

  it('publish and read by TLS, and so does another client', async () => {
    await cluster.client.accept('RegisterCustomer', { customerId: 'c-1', personal: { name: 'Zoë' } });
    await cluster.client.accept('RecordVisit', { customerId: 'c-1' });
    await cluster.atHead();
    expect(await cluster.client.get('/v1/customers/c-1')).toMatchObject({ revision: 1, personal: { name: 'Zoë' }, visits: { count: 1 } });
    const { brokers, ca } = servers.kafka.tls!;
    const records = await readWithKcat(brokers[0]!, TOPIC, ['-X', 'security.protocol=ssl', '-X', `ssl.ca.location=${ca}`]);
    expect(records.map(({ key }) => key)).toEqual(['c-1', 'c-1']);
  }, 120_000);

  it('log in by TLS', async () => {
    const { secured, credentials } = servers.kafka;
    const login = { KAFKA_BROKERS: secured.join(','), KAFKA_SASL: 'plain', KAFKA_USERNAME: credentials.username };
    const [relay] = await Promise.all([
      cluster.add('relay', { ...login, KAFKA_PASSWORD: credentials.password }),
      expect(cluster.add('projector', { ...login, KAFKA_PASSWORD: 'guessed' })).rejects.toThrow(/ended with 1 .*KAFKA_USERNAME and KAFKA_PASSWORD/s),
    ]);
    expect(await relay.stop()).toBe(0);
  }, 120_000);

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'they do not trust its CA',
      () => ({ NODE_EXTRA_CA_CERTS: '' }),
      /shows a certificate of a CA that this process does not trust .*Name the file with that CA \(PEM\) in NODE_EXTRA_CA_CERTS/,
    ],
    ['they speak no TLS', () => ({ KAFKA_TLS: 'off' }), /speaks TLS and KAFKA_TLS is off: set KAFKA_TLS=on, and NODE_EXTRA_CA_CERTS to the file of the CA/],
    [
      'the port that they ask does not speak it',
      () => ({ KAFKA_BROKERS: servers.kafka.brokers.join(',') }),
      /does not speak TLS and KAFKA_TLS is on: name the port where it does in KAFKA_BROKERS, or set KAFKA_TLS=off/,
    ],
  ])(
    'end at their start with what to do when %s',
    async (_, changes, sentence) => {
      await Promise.all(
        (['relay', 'projector'] as const).map(async (role) =>
          expect(await refusedStart(role, cluster.add(role, changes()))).toMatch(
            new RegExp(`^tenure ${role}: Kafka at 127[.]0[.]0[.]1:\\d+ ${sentence.source}`),
          ),
        ),
      );
    },
    120_000,
  );
});
