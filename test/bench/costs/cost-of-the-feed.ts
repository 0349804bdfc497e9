import { setTimeout as delay } from 'node:timers/promises';
import { FeedConsumer, MemoryRelayState, Relay } from '@tenure/event-feed/kafka';
import type { LocalKafka } from '@tenure/local-servers/kafka';
import { FirstToLast } from '../first-to-last.js';
import { interleavedEvents } from '../interleaved-events.js';
import { MemoryLog } from '../memory-log.js';
import { PARTITIONS } from '../published-topic.js';
import { processorTimesOf } from './processor-clock.js';
import { type Line, weightedLine } from './weighted-line.js';

const CUSTOMERS = 4_000;
const WARM_UP = 8_000;
const ROUNDS: ReadonlyArray<readonly [events: number, rounds: number]> = [
  [2_000, 8],
  [400, 15],
  [20, 60],
  [1, 150],
];
const TOPIC = 'costs';

export interface CostOfTheFeed {
  /** Microseconds of the relay's process and of the broker, for a batch and for an event in it; without the cost of reading the log. */
  readonly relay: Line;
  readonly broker: Line;
  /** Milliseconds that a batch waits for the broker, without the relay's own processor time. */
  readonly wait: Line;
  /** Microseconds an event, of the consumer, which reads the topic and checks it, and of the broker. */
  readonly consumer: { readonly own: number; readonly broker: number };
}

/** Batches of the relay from a log in memory through a real broker; then the same events read back as a projector reads them. */
export async function costOfTheFeed({ brokers, pids }: LocalKafka, say: (progress: string) => void): Promise<CostOfTheFeed> {
  say('batches of the relay');
  const broker = pids[0]!;
  const total = WARM_UP + ROUNDS.reduce((sum, [events, rounds]) => sum + events * rounds, 0);
  const events = interleavedEvents(CUSTOMERS, total);
  const log = new MemoryLog();
  const relay = new Relay(log, new MemoryRelayState(), {
    connection: { brokers, clientId: 'costs' },
    topic: { topic: TOPIC, partitions: PARTITIONS, replication: 1, retentionMs: 'forever' },
    holder: 'costs',
  });
  let at = 0;
  const publish = async (count: number) => {
    log.grow(events.slice(at, at + count));
    at += count;
    while (relay.progress().position !== events[at - 1]!.position) await delay(1);
  };
  await relay.start();
  const points = { relay: [] as Array<[number, number]>, broker: [] as Array<[number, number]>, wait: [] as Array<[number, number]> };
  try {
    await publish(WARM_UP);
    for (const [size, rounds] of ROUNDS) {
      const began = performance.now();
      const used = await processorTimesOf(broker, async () => {
        for (let round = 0; round < rounds; round++) await publish(size);
      });
      const elapsed = (performance.now() - began) / rounds;
      points.relay.push([size, used.own / rounds]);
      points.broker.push([size, Math.max(1, used.server / rounds)]);
      points.wait.push([size, Math.max(0.1, elapsed - used.own / rounds / 1_000)]);
    }
  } finally {
    await relay.stop();
  }
  say('reading the topic');
  return {
    relay: weightedLine(points.relay),
    broker: weightedLine(points.broker),
    wait: weightedLine(points.wait),
    consumer: await costOfConsuming(brokers, broker, total),
  };
}

async function costOfConsuming(brokers: readonly string[], broker: number, events: number): Promise<{ own: number; broker: number }> {
  const run = new FirstToLast(events);
  const handler = {
    assigned: async () => 0,
    batch: async (_: number, batch: { events: readonly unknown[] }) => run.took(batch.events.length),
    revoked: async () => undefined,
  };
  const consumer = new FeedConsumer(handler, { connection: { brokers, clientId: 'costs' }, topic: TOPIC, groupId: 'costs', partitions: PARTITIONS });
  const used = await processorTimesOf(broker, async () => {
    await consumer.start();
    await run.done;
  });
  await consumer.stop();
  return { own: run.processorTime, broker: used.server / events };
}
