import { setTimeout as delay } from 'node:timers/promises';
import { partitionOf } from '@tenure/event-feed';
import { createTopic, toRecord } from '@tenure/event-feed/kafka';
import { openRelayState } from '@tenure/event-feed/mongodb';
import type { RecordedEvent } from '@tenure/event-log';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import type { SeededRandom } from '../engine/seeded-random.js';
import { PARTITIONS } from './cluster.js';
import { disturb } from './disturb.js';
import type { Servers } from './servers.js';

const PUBLICATION = 'disturbed';
const LEASE_MS = 3_600_000;
/** Time between two rounds: records gathered in it can change places. */
const ROUND_MS = 500;
/** A broker accepts a megabyte at once. */
const RECORDS_PER_SEND = 500;

/** An event that the topic will never bring. */
export interface Hole {
  readonly customerId: string;
  readonly revision: number;
  /** By `performance.now()`: when a later event of the same customer was published, which reveals the hole. */
  evidentAt: number | null;
}

interface Publishable {
  readonly message: Message;
  readonly customerId: string;
  readonly revision: number;
}

/**
 * Takes the place of an engine's relay: it publishes the same records to the same topic, but repeated, out of order and with holes. It reports
 * truthfully how far the topic reaches, so that projectors trust it.
 */
export class DisturbingRelay {
  readonly holes: Hole[] = [];
  #calm = false;
  #stopped = false;
  #running: Promise<void> = Promise.resolve();
  /** The records in the topic, by partition. */
  readonly #published: Message[][] = Array.from({ length: PARTITIONS }, () => []);

  private constructor(
    private readonly topic: string,
    private readonly log: EventStoreDbEventLog,
    private readonly relays: Awaited<ReturnType<typeof openRelayState>>,
    private readonly kafka: Kafka,
    private readonly random: SeededRandom,
  ) {}

  /** Resolves when the topic exists. */
  static async start(namespace: string, { eventstoredb, kafka, mongodb }: Servers, random: SeededRandom): Promise<DisturbingRelay> {
    const topic = `${namespace}.customer-events.v1`;
    const client = new Kafka({ brokers: [...kafka.brokers], clientId: 'disturber', logLevel: logLevel.NOTHING });
    const log = await EventStoreDbEventLog.open({ url: eventstoredb.url, namespace: `${namespace}.` });
    const relay = new DisturbingRelay(topic, log, await openRelayState({ url: mongodb.url, database: namespace, topic }), client, random);
    await relay.#withAdmin((admin) => createTopic(admin, { topic, numPartitions: PARTITIONS, replicationFactor: 1 }));
    relay.#running = relay.#run();
    return relay;
  }

  /** From here on records are published once and in order. */
  calm(): void {
    this.#calm = true;
  }

  /** Publishes all records of a partition there again. */
  async replay(partition: number): Promise<void> {
    await this.#send(this.#published[partition]!.map((message) => ({ ...message })));
  }

  /** As an operator might do while the group has no members. */
  async resetOffsets(groupId: string, to: 'earliest' | 'latest'): Promise<void> {
    await this.#withAdmin((admin) => admin.resetOffsets({ groupId, topic: this.topic, earliest: to === 'earliest' }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
    await this.relays.close();
    await this.log.close();
  }

  async #run(): Promise<void> {
    const epoch = (await this.relays.state.acquire('disturber', LEASE_MS))!;
    for (let position: string | null = null; !this.#stopped; await delay(ROUND_MS)) {
      const events: RecordedEvent[] = await this.log.readAll({ after: position, limit: 1_000 });
      const last = events.at(-1);
      if (!last) continue;
      await this.#publish(events);
      position = last.position;
      await this.relays.state.save(epoch, { publication: PUBLICATION, position, recordedAt: last.recordedAt, offsets: await this.#ends() });
    }
  }

  async #publish(events: readonly RecordedEvent[]): Promise<void> {
    const partitions: Publishable[][] = this.#published.map(() => []);
    for (const event of events) {
      const record = toRecord(event, PUBLICATION);
      if (!record) continue;
      const partition = partitionOf(record.key, PARTITIONS);
      partitions[partition]!.push({ message: { ...record, partition }, customerId: record.key, revision: event.revision });
    }
    for (const [partition, publishable] of partitions.entries()) {
      const { records, dropped } = this.#calm ? { records: publishable, dropped: [] } : disturb(publishable, this.random);
      for (const { customerId, revision } of dropped) this.holes.push({ customerId, revision, evidentAt: null });
      const messages = records.map(({ message }) => message);
      await this.#send(messages);
      this.#giveAway(records);
      this.#published[partition]!.push(...messages);
    }
  }

  #giveAway(sent: readonly Publishable[]): void {
    for (const hole of this.holes) {
      if (hole.evidentAt === null && sent.some(({ customerId, revision }) => customerId === hole.customerId && revision > hole.revision))
        hole.evidentAt = performance.now();
    }
  }

  async #send(messages: Message[]): Promise<void> {
    const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
    await producer.connect();
    try {
      for (let i = 0; i < messages.length; i += RECORDS_PER_SEND)
        await producer.send({ topic: this.topic, acks: -1, messages: messages.slice(i, i + RECORDS_PER_SEND) });
    } finally {
      await producer.disconnect();
    }
  }

  #ends(): Promise<number[]> {
    return this.#withAdmin(async (admin) => {
      const ends: number[] = [];
      for (const { partition, high } of await admin.fetchTopicOffsets(this.topic)) ends[partition] = Number(high);
      return ends;
    });
  }

  async #withAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}
