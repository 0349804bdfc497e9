import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { partitionOf } from '../../partition-of.js';
import { ConsumerStage, caughtUp, of } from '../testing/consumer-stage.js';
import { Handled } from '../testing/handled.js';
import { complete, firstAppearances } from '../testing/read-topic.js';
import { PARTITIONS, type Stage, until } from '../testing/stage.js';

describe('the consumer, on a real broker', () => {
  let consuming: ConsumerStage;
  let stage: Stage;

  beforeAll(async () => {
    consuming = await ConsumerStage.set();
    stage = consuming.stage;
  }, 120_000);
  afterEach(() => consuming.stopConsumers(), 60_000);
  afterAll(() => stage.strike(), 60_000);

  const produce = async (topic: string, messages: Array<{ key: string; value: string }>) => {
    const producer = new Kafka({ brokers: [...stage.kafka.brokers], logLevel: logLevel.NOTHING }).producer({
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    await producer.send({ topic, messages });
    await producer.disconnect();
  };

  it('hands over every event in order, and knows its lag to the event', async () => {
    await stage.append(20, 5, 'all');
    const relay = await consuming.publish('all');
    const handled = new Handled();
    const consumer = await consuming.begin('all', handled.handler('a'));
    await until(() => of(handled.events, 'all').length === 100);
    await stage.append(20, 5, 'all');
    await until(() => of(handled.events, 'all').length === 200);
    expect(firstAppearances(of(handled.events, 'all'))).toEqual(complete(20, 10, 'all'));
    for (const { partition, batch } of handled.batches) {
      expect(batch).toMatchObject({ foreign: [], missing: 0 });
      for (const { stream } of batch.events) expect(partitionOf(stream.slice('customer-'.length), PARTITIONS)).toBe(partition);
    }
    await until(() => caughtUp(consumer));
    const { partitions, ...rest } = consumer.progress();
    expect(rest).toEqual({ state: 'consuming', lastError: null, healthy: true });
    for (const { partition, nextOffset, highWatermark, lagMs } of partitions) {
      expect({ nextOffset, highWatermark, lagMs }).toEqual({ nextOffset: handled.offsets.get(partition) ?? 0, highWatermark: nextOffset, lagMs: 0 });
    }
    await relay.stop();
  }, 60_000);

  it('brings a batch again that a handler could not handle, while other partitions go on', async () => {
    await stage.append(20, 3, 'fail');
    await (await consuming.publish('fail')).stop();
    const handled = new Handled();
    let mended = false;
    const consumer = await consuming.begin(
      'fail',
      handled.handler('a', async (partition) => {
        if (partition === 1 && !mended) throw new Error('the read store refuses partition 1');
      }),
      { stallAfterMs: 500 },
    );
    const others = complete(20, 3, 'fail');
    for (const customer of others.keys()) if (partitionOf(customer, PARTITIONS) === 1) others.delete(customer);
    await until(() => firstAppearances(of(handled.events, 'fail')).size === others.size);
    expect(firstAppearances(of(handled.events, 'fail'))).toEqual(others);
    await until(() => !consumer.progress().healthy);
    expect(consumer.progress()).toMatchObject({ state: 'consuming', lastError: 'the read store refuses partition 1' });
    mended = true;
    await until(() => consumer.progress().healthy);
    await until(() => of(handled.events, 'fail').length === 60);
    expect(firstAppearances(of(handled.events, 'fail'))).toEqual(complete(20, 3, 'fail'));
  }, 60_000);

  it('passes records that are not ours, with the reason, and goes on', async () => {
    await stage.append(1, 2, 'mixed');
    await (await consuming.publish('mixed')).stop();
    await produce('mixed', [{ key: 'mixed-0', value: 'hello' }]);
    const handled = new Handled();
    const consumer = await consuming.begin('mixed', handled.handler('a'), { knows: (_, version) => version > 1 });
    await until(() => caughtUp(consumer));
    const foreign = handled.batches.flatMap(({ batch }) => batch.foreign).filter(({ key }) => key === 'mixed-0');
    expect(foreign.map(({ reason }) => reason)).toEqual(['unknown-version', 'unknown-version', 'not-ours']);
  }, 60_000);

  it('goes on where the read store says, wherever the group has committed to', async () => {
    await stage.append(10, 3, 'stored');
    await (await consuming.publish('stored')).stop();
    const first = new Handled();
    const consumer = await consuming.begin('stored', first.handler('a'));
    await until(() => caughtUp(consumer));
    await consumer.stop();
    // The store was set back to its beginning; the group's offsets stand at the end.
    const second = new Handled();
    for (let partition = 0; partition < PARTITIONS; partition++) second.offsets.set(partition, 0);
    await consuming.begin('stored', second.handler('a'));
    await until(() => of(second.events, 'stored').length === 30);
    expect(firstAppearances(of(second.events, 'stored'))).toEqual(complete(10, 3, 'stored'));
  }, 60_000);

  it('hands a partition over again when asked to', async () => {
    await stage.append(10, 3, 'replay');
    await (await consuming.publish('replay')).stop();
    const handled = new Handled();
    const consumer = await consuming.begin('replay', handled.handler('a'));
    await until(() => of(handled.events, 'replay').length === 30);
    const ofPartition = of(handled.events, 'replay').filter(({ stream }) => partitionOf(stream.slice('customer-'.length), PARTITIONS) === 2);
    consumer.replay(2, 0);
    await until(() => of(handled.events, 'replay').length === 30 + ofPartition.length);
  }, 60_000);

  it('says how many records were removed before it came to them', async () => {
    await stage.append(10, 3, 'gone');
    await (await consuming.publish('gone')).stop();
    const admin = new Kafka({ brokers: [...stage.kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    // The client deletes records only of topics whose metadata it has fetched.
    await admin.fetchTopicOffsets('gone');
    await admin.deleteTopicRecords({ topic: 'gone', partitions: [{ partition: 0, offset: '5' }] });
    await admin.disconnect();
    const handled = new Handled();
    handled.offsets.set(0, 2);
    await consuming.begin('gone', handled.handler('a'));
    await until(() => handled.batches.some(({ partition }) => partition === 0));
    expect(handled.batches.find(({ partition }) => partition === 0)!.batch).toMatchObject({ firstOffset: 5, missing: 3 });
  }, 60_000);

  it('goes on after the broker was killed and restarted, nothing left out', async () => {
    await stage.append(20, 3, 'crash');
    const relay = await consuming.publish('crash');
    const handled = new Handled();
    const consumer = await consuming.begin('crash', handled.handler('a'), { sessionTimeoutMs: 6_000 });
    await until(() => of(handled.events, 'crash').length >= 60);
    await stage.kafka.kill();
    await stage.append(20, 3, 'crash');
    await until(() => consumer.progress().lastError !== null);
    await stage.kafka.restart();
    await until(() => new Set(of(handled.events, 'crash').map(({ position }) => position)).size === 120);
    expect(firstAppearances(of(handled.events, 'crash'))).toEqual(complete(20, 6, 'crash'));
    await until(() => consumer.progress().lastError === null);
    expect(consumer.progress()).toMatchObject({ state: 'consuming', healthy: true });
    await relay.stop();
  }, 120_000);
});
