import { setTimeout as delay } from 'node:timers/promises';
import { FeedError, type FetchedBatch, type JoinGroup, type MemberEvents, type Membership, type PartitionEnds } from '@tenure/event-feed/kafka';
import { ask } from '../kernel/ask.js';
import { SimulatedProcess } from '../kernel/simulated-process.js';
import type { Generation, Group } from './group.js';
import { kafka, type Topic, type TopicRecord } from './topic.js';

export type ConsumerGroup = Group<GroupMember>;

interface Position {
  offset: number | null;
  paused: boolean;
  /** Counts the seeks: a batch fetched before the last one is stale. */
  seeks: number;
}

const POLL_MS = 100;
const HEARTBEAT_MS = 300;

export function joinGroup(topic: Topic, group: ConsumerGroup, fetchRecords: number): JoinGroup {
  return async (_connection, _settings, events) => {
    await ask(kafka, 'join', () => undefined);
    return new GroupMember(topic, group, events, fetchRecords);
  };
}

/** A consumer of Kafka's client: fetches while the group lets it, and rejoins when the group says so. */
export class GroupMember implements Membership {
  readonly process = SimulatedProcess.current()!;
  readonly #living: Promise<void>;
  #positions = new Map<number, Position>();
  #generation = 0;
  /** The error that ended this generation for this member. */
  #verdict: object | null = null;
  #closed = false;

  constructor(
    private readonly topic: Topic,
    private readonly group: ConsumerGroup,
    private readonly events: MemberEvents,
    private readonly fetchRecords: number,
  ) {
    this.#living = this.#live();
  }

  seek(partition: number, offset: number): void {
    const position = this.#positions.get(partition);
    if (position) Object.assign(position, { offset, seeks: position.seeks + 1 });
  }

  pause(partition: number): void {
    this.#pause(partition, true);
  }

  resume(partition: number): void {
    this.#pause(partition, false);
  }

  ends(): Promise<PartitionEnds[]> {
    return ask(kafka, 'ends', () => this.topic.ends);
  }

  committed(partition: number): Promise<number | null> {
    return ask(kafka, `committed of ${partition}`, () => this.group.committed.get(partition) ?? null);
  }

  commit(partition: number, next: number): Promise<void> {
    return ask(kafka, `commit ${partition} at ${next}`, () => {
      this.#judge();
      this.group.committed.set(partition, next);
    });
  }

  /** The client gives up, as it does on errors that it cannot handle. */
  fail(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.events.ended(new FeedError('failed', 'The client has given up.'));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#living;
    this.group.remove(this);
  }

  async #live(): Promise<void> {
    while (!this.#closed) {
      const generation = await this.group.join(this);
      await this.process.world.step(this.process, `joined generation ${generation.number} with partitions ${generation.partitions}`);
      await this.#belong(generation);
      this.events.leaving();
    }
  }

  async #belong({ number, partitions }: Generation): Promise<void> {
    this.#generation = number;
    this.#verdict = null;
    this.#positions = new Map(partitions.map((partition) => [partition, { offset: null, paused: true, seeks: 0 }]));
    this.events.alive();
    this.events.joined(this, partitions);
    await Promise.all([this.#beat(), ...partitions.map((partition) => this.#fetchFor(partition))]);
  }

  async #beat(): Promise<void> {
    while (!this.#over) {
      await delay(HEARTBEAT_MS);
      await this.#heartbeat().catch(() => undefined);
    }
  }

  async #fetchFor(partition: number): Promise<void> {
    const position = this.#positions.get(partition)!;
    while (!this.#over) {
      const records = await this.#fetch(partition, position);
      if (this.#over) return;
      if (records.length === 0) await delay(POLL_MS);
      else await this.events.batch(this.#batch(partition, position, records)).catch((error) => this.#end(error));
    }
  }

  /**
   * If retention has removed the requested records, the first one left comes now; so it does if the topic ends before the requested offset.
   * A failure is retried, as by the client.
   */
  async #fetch(partition: number, position: Position): Promise<TopicRecord[]> {
    const { first, next } = this.topic.ends[partition]!;
    if (position.offset !== null && position.offset > next) position.offset = first;
    const { offset, paused } = position;
    if (offset === null || paused || offset >= next) return [];
    const limit = 1 + this.process.world.random.below(this.fetchRecords);
    return ask(kafka, `fetch ${partition} from ${offset}`, () => this.topic.read(partition, offset, limit)).catch(() => []);
  }

  #batch(partition: number, position: Position, records: readonly TopicRecord[]): FetchedBatch {
    const { seeks } = position;
    const next = records.at(-1)!.offset + 1;
    return {
      partition,
      next,
      messages: records.map((record) => ({ ...record, offset: String(record.offset) })) as unknown as FetchedBatch['messages'],
      highWatermark: this.topic.ends[partition]!.next,
      stale: () => position.seeks !== seeks || this.#over,
      heartbeat: () => this.#heartbeat(),
      handled: () => {
        if (position.seeks === seeks) position.offset = next;
      },
    };
  }

  async #heartbeat(): Promise<void> {
    await ask(kafka, 'heartbeat', () => this.#judge());
    this.events.alive();
  }

  #judge(): void {
    const verdict = this.group.verdict(this, this.#generation);
    if (!verdict) return;
    this.#end(verdict);
    throw Object.assign(new Error(verdict.type), verdict);
  }

  #end(verdict: object): void {
    this.#verdict ??= verdict;
  }

  get #over(): boolean {
    return this.#closed || this.#verdict !== null;
  }

  #pause(partition: number, paused: boolean): void {
    const position = this.#positions.get(partition);
    if (position) position.paused = paused;
  }
}
