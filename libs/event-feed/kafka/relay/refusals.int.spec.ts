import type { FeedHandler } from '../../feed-handler.js';
import { FeedConsumer } from '../consumer/feed-consumer.js';
import { PARTITIONS, Stage, until } from '../testing/stage.js';
import { MemoryRelayState } from './memory-relay-state.js';
import { Relay } from './relay.js';
import type { GivenRelaySettings } from './relay-settings.js';

describe('settings that do not fit the cluster', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
    await stage.append(3, 1);
  }, 120_000);
  afterAll(() => stage.strike(), 60_000);

  const handler: FeedHandler = { assigned: async () => null, batch: async () => undefined, revoked: async () => undefined };
  const relay = (given: Partial<GivenRelaySettings>, state = new MemoryRelayState()) =>
    new Relay(stage.log, state, { ...stage.relaySettings('refusals'), ...given });
  const sasl = (password: string) => ({
    ...stage.connection,
    brokers: stage.kafka.secured,
    sasl: { mechanism: 'plain' as const, username: stage.kafka.credentials.username, password },
  });
  const refusal = (code: string, ...words: string[]) => ({
    name: 'FeedError',
    code,
    retried: false,
    message: expect.stringMatching(new RegExp(words.join('.*'))),
  });

  it('refuses an address that is none, naming the setting', async () => {
    const connection = { ...stage.connection, brokers: ['kafka-1'] };
    await expect(relay({ connection }).start()).rejects.toMatchObject(refusal('address-invalid', 'kafka-1', 'KAFKA_BROKERS', 'host:port'));
    await expect(new FeedConsumer(handler, { connection, groupId: 'g', partitions: 1 }).start()).rejects.toMatchObject(refusal('address-invalid', 'kafka-1'));
  });

  it('refuses credentials that the broker refuses, and takes those that it takes', async () => {
    await expect(relay({ connection: sasl('guessed') }).start()).rejects.toMatchObject(refusal('credentials-refused', 'KAFKA_USERNAME'));
    await expect(new FeedConsumer(handler, { connection: sasl('guessed'), groupId: 'g', partitions: 1 }).start()).rejects.toMatchObject(
      refusal('credentials-refused', 'KAFKA_USERNAME'),
    );
    const welcome = relay({ connection: sasl(stage.kafka.credentials.password) });
    await welcome.start();
    await until(() => welcome.progress().lagEvents === 0);
    await welcome.stop();
  });

  it('refuses a topic with another number of partitions, naming both', async () => {
    const first = relay({ topic: { ...stage.relaySettings('counted').topic } });
    await first.start();
    await first.stop();
    const topic = { ...stage.relaySettings('counted').topic, partitions: PARTITIONS + 1 };
    await expect(relay({ topic }).start()).rejects.toMatchObject(refusal('topic-partitions', `has ${PARTITIONS} partitions`, `says ${PARTITIONS + 1}`));
    await expect(
      new FeedConsumer(handler, { connection: stage.connection, topic: 'counted', groupId: 'g', partitions: PARTITIONS + 1 }).start(),
    ).rejects.toMatchObject(refusal('topic-partitions', `has ${PARTITIONS} partitions`, `says ${PARTITIONS + 1}`));
  });

  it('tries an unreachable broker again and again, and says so', async () => {
    const trying = relay({ connection: { ...stage.connection, brokers: ['127.0.0.1:1'] }, stallAfterMs: 1_000 });
    await trying.start();
    expect(trying.progress().lastError).toMatch(/127\.0\.0\.1:1.*cannot be reached.*Retrying/);
    await until(() => trying.progress().state === 'retrying' && trying.progress().lagEvents === 3);
    await until(() => !trying.progress().healthy);
    await trying.stop();
    const consumer = new FeedConsumer(handler, {
      connection: { ...stage.connection, brokers: ['127.0.0.1:1'] },
      groupId: 'g',
      partitions: 1,
      stallAfterMs: 1_000,
    });
    await consumer.start();
    expect(consumer.progress()).toMatchObject({ state: 'retrying', lastError: expect.stringContaining('Retrying') });
    await until(() => !consumer.progress().healthy);
    await consumer.stop();
  }, 60_000);

  it('waits for a topic that is not there yet', async () => {
    const handled: number[] = [];
    const counting: FeedHandler = { ...handler, batch: async (_, { events }) => void handled.push(events.length) };
    const early = new FeedConsumer(counting, { connection: stage.connection, topic: 'later', groupId: 'early', partitions: PARTITIONS });
    await early.start();
    expect(early.progress().lastError).toMatch(/topic is not there/);
    const late = relay(stage.relaySettings('later'));
    await late.start();
    await until(() => handled.reduce((sum, each) => sum + each, 0) === 3);
    await Promise.all([early.stop(), late.stop()]);
  }, 60_000);

  it('does not take a topic that was created anew for the one it published to', async () => {
    const state = new MemoryRelayState();
    const epoch = (await state.acquire('relay-a', 1))!;
    await state.save(epoch, { publication: 'first', ...(await stage.log.head())!, offsets: [9, 9, 9, 9] });
    const misled = relay(stage.relaySettings('anew'), state);
    await misled.start();
    await until(() => misled.progress().lastError !== null);
    expect(misled.progress().lastError).toMatch(/Partition 0 of anew ends at 0, though 9 was acknowledged/);
    await misled.stop();
  });
});
