import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTopic } from '@tenure/event-feed/kafka';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { type LocalKafka, startKafka } from './index.js';

const client = ({ brokers }: Pick<LocalKafka, 'brokers'>) => new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING, retry: { retries: 10 } });

async function endOf(kafka: LocalKafka, topic: string): Promise<string> {
  const admin = client(kafka).admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  return end!.high;
}

describe('a local Kafka broker', () => {
  let data: string;

  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'tenure-kafka-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  it('has its data after being killed, and after the whole server was started again; and the certificates made for it', async () => {
    let kafka = await startKafka({ data, tls: true });
    try {
      const producer = client(kafka).producer({ createPartitioner: Partitioners.DefaultPartitioner });
      const admin = client(kafka).admin();
      await admin.connect();
      await createTopic(admin, { topic: 'kept', numPartitions: 1, replicationFactor: 1 });
      await admin.disconnect();
      await producer.connect();
      await producer.send({ topic: 'kept', messages: [{ value: 'a' }, { value: 'b' }] });
      await producer.disconnect();
      await kafka.kill();
      expect(kafka.pids).toEqual([]);
      await kafka.restart();
      expect(await endOf(kafka, 'kept')).toBe('2');
      await kafka.stop();
      const { brokers, tls } = kafka;
      const ca = await readFile(tls!.ca, 'utf8');
      expect(ca).toMatch(/^-----BEGIN CERTIFICATE-----/);
      kafka = await startKafka({ data });
      expect([kafka.brokers, kafka.tls, await readFile(tls!.ca, 'utf8')]).toEqual([brokers, tls, ca]);
      expect(await endOf(kafka, 'kept')).toBe('2');
    } finally {
      await kafka.stop();
    }
  }, 120_000);

  it('takes other ports in a new folder where somebody has taken one of its own meanwhile', async () => {
    const other = createServer();
    const layout = join(data, 'layout.json');
    const taking = (async () => {
      while (!existsSync(layout) || readFileSync(layout, 'utf8') === '') await new Promise((next) => setTimeout(next, 1));
      const { brokers } = JSON.parse(readFileSync(layout, 'utf8')) as { brokers: [{ controllerPort: number }] };
      other.listen(brokers[0].controllerPort, '127.0.0.1');
      return brokers[0].controllerPort;
    })();
    const kafka = await startKafka({ data });
    try {
      expect(readFileSync(layout, 'utf8')).not.toContain(`${await taking}`);
    } finally {
      other.close();
      await kafka.stop();
    }
  }, 120_000);

  it('lives with two brokers of three', async () => {
    const kafka = await startKafka({ data, brokers: 3 });
    try {
      const admin = client(kafka).admin();
      await admin.connect();
      await createTopic(admin, { topic: 'shared', numPartitions: 3, replicationFactor: 3 });
      await admin.disconnect();
      await kafka.kill(0);
      expect(kafka.pids).toHaveLength(2);
      const producer = client(kafka).producer({ createPartitioner: Partitioners.DefaultPartitioner, retry: { retries: 20 } });
      await producer.connect();
      await producer.send({ topic: 'shared', acks: -1, messages: [0, 1, 2].map((partition) => ({ partition, value: 'a' })) });
      await producer.disconnect();
    } finally {
      await kafka.stop();
    }
  }, 180_000);

  describe('on a machine that lacks a program', () => {
    const environment = { ...process.env };
    afterEach(() => {
      process.env = environment;
    });

    it('says that Java is missing, for a first start and for a later one', async () => {
      process.env = { ...environment, PATH: '/nowhere' };
      const missing = { name: 'KafkaUnavailable', code: 'java-missing', message: expect.stringContaining('install') };
      await expect(startKafka({ data })).rejects.toMatchObject(missing);
      process.env = environment;
      await (await startKafka({ data })).stop();
      process.env = { ...environment, PATH: '/nowhere' };
      await expect(startKafka({ data })).rejects.toMatchObject(missing);
    }, 60_000);

    it('says that Maven is missing when nothing has been fetched yet', async () => {
      process.env = { ...environment, PATH: '/nowhere', TENURE_CACHE: join(data, 'cache') };
      await expect(startKafka({ data })).rejects.toMatchObject({
        name: 'KafkaUnavailable',
        code: 'maven-missing',
        message: expect.stringContaining('install'),
      });
    });
  });
});
