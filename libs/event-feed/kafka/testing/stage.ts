import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Expectation, streamOf } from '@tenure/event-log';
import { SqliteEventLog } from '@tenure/event-log/sqlite';
import { type LocalKafka, startKafka } from '@tenure/local-servers/kafka';
import type { KafkaConnection } from '../client/connection.js';
import type { GivenRelaySettings } from '../relay/relay-settings.js';

export const PARTITIONS = 4;

/** A real broker and a real log, for one file of tests. */
export class Stage {
  readonly #revisions = new Map<string, number>();

  private constructor(
    readonly folder: string,
    readonly kafka: LocalKafka,
    readonly log: SqliteEventLog,
  ) {}

  static async set(brokers = 1): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'tenure-feed-'));
    const kafka = await startKafka({ data: join(folder, 'kafka'), brokers });
    return new Stage(folder, kafka, await SqliteEventLog.open(join(folder, 'log.sqlite')));
  }

  async strike(): Promise<void> {
    await this.log.close();
    await this.kafka.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get connection(): KafkaConnection {
    return { brokers: this.kafka.brokers, clientId: 'test', requestTimeoutMs: 10_000 };
  }

  relaySettings(topic: string, holder = 'relay-a'): GivenRelaySettings {
    return {
      connection: this.connection,
      topic: { topic, partitions: PARTITIONS, replication: Math.min(this.kafka.brokers.length, 3), retentionMs: 'forever' },
      holder,
      leaseMs: 600,
      batchEvents: 50,
      watchMs: 100,
    };
  }

  /** Appends `rounds` events to each of `customers` customers, one append per customer and round; resolves with how many there are. */
  async append(customers: number, rounds: number, prefix = 'c'): Promise<number> {
    for (let round = 0; round < rounds; round++) {
      await Promise.all(Array.from({ length: customers }, (_, n) => this.#appendOne(streamOf(`${prefix}-${n}`))));
    }
    return customers * rounds;
  }

  /** An event of a stream that belongs to no customer. */
  async appendForeign(): Promise<void> {
    await this.#appendOne('model-bg-nbd');
  }

  async #appendOne(stream: string): Promise<void> {
    const revision = this.#revisions.get(stream) ?? -1;
    const expected: Expectation = revision < 0 ? 'no-stream' : revision;
    const metadata = { commandId: `${stream}/${revision + 1}`, index: 0, payloadHash: 'hash', actor: 'test' };
    const event = { type: 'VisitRecorded', version: 1, occurredAt: Date.UTC(2024, 0, 1), data: { n: revision + 1 }, metadata };
    const result = await this.log.append({ stream, expected, events: [event] });
    if (result.outcome !== 'appended') throw new Error(`${stream} was written by someone else`);
    this.#revisions.set(stream, result.revision);
  }
}

/** Waits for something that is certain to happen, however long it takes. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(20);
}
