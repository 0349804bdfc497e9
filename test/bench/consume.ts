import type { FeedBatch } from '@tenure/event-feed';
import { FeedConsumer } from '@tenure/event-feed/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { FirstToLast } from './first-to-last.js';
import { PARTITIONS } from './published-topic.js';

/** The engine's own consumer, which reads and checks every header, and a handler of each batch. */
export async function consume(
  brokers: readonly string[],
  topic: string,
  events: number,
  groupId: string,
  take: (partition: number, batch: FeedBatch) => Promise<void> = async () => undefined,
): Promise<FirstToLast> {
  const run = new FirstToLast(events);
  const handler = {
    assigned: async () => 0,
    batch: async (partition: number, batch: FeedBatch) => {
      if (batch.foreign.length > 0) throw new Error(`${batch.foreign.length} records could not be read.`);
      await take(partition, batch);
      run.took(batch.events.length);
    },
    revoked: async () => undefined,
  };
  const consumer = new FeedConsumer(handler, { connection: { brokers, clientId: 'bench' }, topic, groupId, partitions: PARTITIONS });
  await consumer.start();
  await run.done;
  await consumer.stop();
  return run;
}

/** Kafka's client and JSON.parse of each value, with the engine's fetch sizes, all partitions in parallel. */
export async function consumeRaw(brokers: readonly string[], topic: string, events: number, groupId: string): Promise<FirstToLast> {
  const run = new FirstToLast(events);
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId, maxBytes: 8 * 1024 * 1024, maxBytesPerPartition: 512 * 1024, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: PARTITIONS,
    eachBatch: async ({ batch: { messages } }) => {
      const parsed = messages.map(({ value }) => JSON.parse(value!.toString('utf8')) as object);
      run.took(parsed.length);
    },
  });
  await run.done;
  await consumer.disconnect();
  return run;
}
