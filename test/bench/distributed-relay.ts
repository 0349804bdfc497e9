import { join } from 'node:path';
import { partitionOf } from '@tenure/event-feed';
import { createTopic, toRecord } from '@tenure/event-feed/kafka';
import type { RecordedEvent } from '@tenure/event-log';
import { startKafka } from '@tenure/local-servers/kafka';
import { Kafka, logLevel, type Message } from 'kafkajs';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { interleavedEvents } from './interleaved-events.js';
import { PARTITIONS, publish, WARM_UP_EVENTS } from './published-topic.js';

const CUSTOMERS = 20_000;
const EVENTS = 100_000;
const BATCH = 2_000;
const ROUNDS = 3;

/** The relay from a log in memory to Kafka, against Kafka's client alone with prepared records. */
export const distributedRelay: Benchmark = {
  name: 'distributed-relay',
  async run({ folder, say }) {
    const kafka = await startKafka({ data: join(folder, 'relay-kafka') });
    try {
      const events = interleavedEvents(CUSTOMERS, EVENTS);
      const measured = EVENTS - WARM_UP_EVENTS;
      const processorTimes: number[] = [];
      const samples = await alternateRounds(
        ROUNDS,
        async (round) => {
          say(`round ${round + 1} of ${ROUNDS}`);
          const { seconds, processorSeconds } = await publish(kafka.brokers, `relay-${round}`, events);
          processorTimes.push((processorSeconds * 1e6) / measured);
          return measured / seconds;
        },
        async (round) => measured / (await produce(kafka.brokers, `raw-${round}`, events)),
      );
      const ours = median(samples.ours);
      const floor = median(samples.floor);
      return [
        {
          what: 'relay, log in memory to Kafka; floor: kafkajs sending the same records, acks -1, one awaited batch of 2,000 at a time',
          unit: 'events/s',
          ours,
          floor,
          ratio: ours / floor,
          budget: { ratioAtLeast: 0.5 },
          notes: [`${PARTITIONS} partitions, one broker; processor time of the relay: ${median(processorTimes).toFixed(1)} us an event`],
          samples,
        },
      ];
    } finally {
      await kafka.stop();
    }
  },
};

/** Seconds for all events but the first `WARM_UP_EVENTS`. */
async function produce(brokers: readonly string[], topic: string, events: readonly RecordedEvent[]): Promise<number> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await createTopic(admin, { topic, numPartitions: PARTITIONS, replicationFactor: 1 });
  await admin.disconnect();
  const messages = events.map((event): Message => {
    const record = toRecord(event)!;
    return { ...record, partition: partitionOf(record.key, PARTITIONS) };
  });
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  const send = async (from: number, to: number) => {
    for (let first = from; first < to; first += BATCH) {
      await producer.send({ topic, acks: -1, messages: messages.slice(first, Math.min(first + BATCH, to)) });
    }
  };
  await send(0, WARM_UP_EVENTS);
  const started = performance.now();
  await send(WARM_UP_EVENTS, events.length);
  const seconds = (performance.now() - started) / 1_000;
  await producer.disconnect();
  return seconds;
}
