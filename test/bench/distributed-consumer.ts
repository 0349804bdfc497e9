import { join } from 'node:path';
import { FeedConsumer } from '@tenure/event-feed/kafka';
import { startKafka } from '@tenure/local-servers/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { FirstToLast } from './first-to-last.js';
import { interleavedEvents } from './interleaved-events.js';
import { PARTITIONS, publish } from './published-topic.js';

const CUSTOMERS = 20_000;
const EVENTS = 200_000;
const ROUNDS = 3;
const TOPIC = 'consumed';

/** Kafka to events, every header read and checked, against Kafka's client and JSON.parse of the values alone. */
export const distributedConsumer: Benchmark = {
  name: 'distributed-consumer',
  async run({ folder, say }) {
    const kafka = await startKafka({ data: join(folder, 'consumer-kafka') });
    try {
      say('publishing');
      await publish(kafka.brokers, TOPIC, interleavedEvents(CUSTOMERS, EVENTS));
      const processorTimes: number[] = [];
      const samples = await alternateRounds(
        ROUNDS,
        async (round) => {
          say(`round ${round + 1} of ${ROUNDS}`);
          const run = await consume(kafka.brokers, `ours-${round}`);
          processorTimes.push(run.processorTime);
          return run.perSecond;
        },
        async (round) => (await consumeRaw(kafka.brokers, `raw-${round}`)).perSecond,
      );
      const ours = median(samples.ours);
      const floor = median(samples.floor);
      return [
        {
          what: 'consumer, Kafka to checked events; floor: kafkajs consuming the same records, JSON.parse of each value',
          unit: 'events/s',
          ours,
          floor,
          ratio: ours / floor,
          budget: { ratioAtLeast: 0.25 },
          notes: [`${PARTITIONS} partitions, one member; processor time: ${median(processorTimes).toFixed(1)} us an event, no handler`],
          samples,
        },
      ];
    } finally {
      await kafka.stop();
    }
  },
};

async function consume(brokers: readonly string[], groupId: string): Promise<FirstToLast> {
  const run = new FirstToLast(EVENTS);
  const handler = {
    assigned: async () => 0,
    batch: async (_: number, { events, foreign }: { events: readonly unknown[]; foreign: readonly unknown[] }) => {
      if (foreign.length > 0) throw new Error(`${foreign.length} records could not be read.`);
      run.took(events.length);
    },
    revoked: async () => undefined,
  };
  const consumer = new FeedConsumer(handler, { connection: { brokers, clientId: 'bench' }, topic: TOPIC, groupId, partitions: PARTITIONS });
  await consumer.start();
  await run.done;
  await consumer.stop();
  return run;
}

/** As the client is used above: the same sizes of fetches, all partitions side by side. */
async function consumeRaw(brokers: readonly string[], groupId: string): Promise<FirstToLast> {
  const run = new FirstToLast(EVENTS);
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId, maxBytes: 8 * 1024 * 1024, maxBytesPerPartition: 512 * 1024, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
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
