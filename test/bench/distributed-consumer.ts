import { join } from 'node:path';
import { startKafka } from '@tenure/local-servers/kafka';
import { alternateRounds, median } from './alternate-rounds.js';
import type { Benchmark } from './benchmark.js';
import { consume, consumeRaw } from './consume.js';
import { interleavedEvents } from './interleaved-events.js';
import { PARTITIONS, publish } from './published-topic.js';

const CUSTOMERS = 20_000;
const EVENTS = 200_000;
const ROUNDS = 3;
const TOPIC = 'consumed';

/** Kafka to events, with every header read and checked, against Kafka's client and JSON.parse of the values alone. */
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
          const run = await consume(kafka.brokers, TOPIC, EVENTS, `ours-${round}`);
          processorTimes.push(run.processorTime);
          return run.perSecond;
        },
        async (round) => (await consumeRaw(kafka.brokers, TOPIC, EVENTS, `raw-${round}`)).perSecond,
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
