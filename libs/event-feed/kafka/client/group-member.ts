import type { Admin, Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { sleep } from '../../backoff.js';
import type { FeedError } from '../feed-error.js';
import { type KafkaConnection, openKafka } from './connection.js';
import { explainConnecting } from './explain-connecting.js';
import { toFeedError } from './to-feed-error.js';
import { checkPartitions, type PartitionEnds, partitionEnds } from './topic.js';

type TopicOffsets = Awaited<ReturnType<Admin['fetchOffsets']>>[number];

const LONGEST_GOODBYE_MS = 15_000;

export interface GroupSettings {
  readonly topic: string;
  readonly partitions: number;
  readonly groupId: string;
  /** A member that stays silent for this long is removed, and its partitions go to others. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatMs: number;
  /** How long others wait in a rebalance for handlers that are still running. */
  readonly rebalanceTimeoutMs: number;
  /** The most that one fetch brings: from one broker, and of one partition. This bounds the memory. */
  readonly fetchBytes: number;
  readonly partitionBytes: number;
  readonly longestFetchMs: number;
}

/** The result of one fetch for one partition. `next` offsets are of the record after the last. */
export interface FetchedBatch {
  readonly partition: number;
  readonly messages: readonly KafkaMessage[];
  readonly next: number;
  readonly highWatermark: number;
  /** Another position to resume from was set meanwhile, or the member is leaving: the batch must not be handled. */
  stale(): boolean;
  /** Rejects with a client's error; `membershipOf` interprets it. */
  heartbeat(): Promise<void>;
  /** The next fetch continues behind the batch. Without this call it brings the batch again. */
  handled(): void;
}

/** One membership in a consumer group, as the consumer sees it. */
export interface Membership {
  seek(partition: number, offset: number): void;
  pause(partition: number): void;
  resume(partition: number): void;
  /** By partition. */
  ends(): Promise<PartitionEnds[]>;
  /** What the group last committed for a partition; null when it never did. */
  committed(partition: number): Promise<number | null>;
  /** `next`: the offset to resume from, for a member without a better source. */
  commit(partition: number, next: number): Promise<void>;
  /** Waits for running handlers, and leaves the group; not for long when the broker does not answer. */
  close(): Promise<void>;
}

/** Connects and joins. Rejects with a `FeedError`. */
export type JoinGroup = (connection: KafkaConnection, settings: GroupSettings, events: MemberEvents) => Promise<Membership>;

export interface MemberEvents {
  /** A new generation: this member owns these partitions, and no others. They are paused until `resume`. */
  joined(member: Membership, partitions: readonly number[]): void;
  /** No handler runs; the group is about to rebalance. */
  leaving(): void;
  batch(batch: FetchedBatch): Promise<void>;
  /** The connection has shown a sign of life. */
  alive(): void;
  /** The member is no longer usable. */
  ended(error: FeedError): void;
}

/** What a failed heartbeat means: the group rebalances (finish, then join), the partitions are lost already, or nothing certain. */
export function membershipOf(error: unknown): 'rebalancing' | 'lost' | 'unknown' {
  const type = (error as { type?: string }).type ?? '';
  if (type === 'REBALANCE_IN_PROGRESS' || type === 'NOT_COORDINATOR_FOR_GROUP') return 'rebalancing';
  return ['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID'].includes(type) ? 'lost' : 'unknown';
}

/** A full answer to a fetch is some MB, which take time on a slow line. */
const FETCH_TIMEOUT_MS = 10_000;

/** One membership in a consumer group. It ends with an error sooner or later; then a new one is made. */
export class GroupMember implements Membership {
  /** The client's consumer has no partitions any more. */
  #over = false;

  private constructor(
    private readonly consumer: Consumer,
    private readonly admin: Admin,
    private readonly topic: string,
    private readonly groupId: string,
    private readonly brokers: readonly string[],
  ) {}

  static async join(connection: KafkaConnection, settings: GroupSettings, events: MemberEvents): Promise<GroupMember> {
    const kafka = openKafka({ requestTimeoutMs: FETCH_TIMEOUT_MS, ...connection });
    const admin = kafka.admin();
    const consumer = kafka.consumer({
      groupId: settings.groupId,
      sessionTimeout: settings.sessionTimeoutMs,
      heartbeatInterval: settings.heartbeatMs,
      rebalanceTimeout: settings.rebalanceTimeoutMs,
      maxBytes: settings.fetchBytes,
      maxBytesPerPartition: settings.partitionBytes,
      maxWaitTimeInMs: settings.longestFetchMs,
      allowAutoTopicCreation: false,
    });
    const member = new GroupMember(consumer, admin, settings.topic, settings.groupId, connection.brokers);
    try {
      await admin.connect();
      await checkPartitions(admin, settings);
      await consumer.connect();
      await consumer.subscribe({ topic: settings.topic, fromBeginning: true });
      member.#listen(events);
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: settings.partitions,
        eachBatch: (payload) => events.batch(member.#fetched(payload)),
      });
      return member;
    } catch (error) {
      await member.close();
      throw await explainConnecting(error, connection);
    }
  }

  seek(partition: number, offset: number): void {
    if (!this.#over) this.consumer.seek({ topic: this.topic, partition, offset: String(offset) });
  }

  pause(partition: number): void {
    if (!this.#over) this.consumer.pause([{ topic: this.topic, partitions: [partition] }]);
  }

  resume(partition: number): void {
    if (!this.#over) this.consumer.resume([{ topic: this.topic, partitions: [partition] }]);
  }

  async ends(): Promise<PartitionEnds[]> {
    return this.#ask(() => partitionEnds(this.admin, this.topic));
  }

  async committed(partition: number): Promise<number | null> {
    const [{ partitions }] = (await this.#ask(() => this.admin.fetchOffsets({ groupId: this.groupId, topics: [this.topic] }))) as [TopicOffsets];
    const offset = Number(partitions.find((each) => each.partition === partition)?.offset ?? -1);
    return offset < 0 ? null : offset;
  }

  async commit(partition: number, next: number): Promise<void> {
    if (!this.#over) await this.#ask(() => this.consumer.commitOffsets([{ topic: this.topic, partition, offset: String(next) }]));
  }

  async close(): Promise<void> {
    this.#over = true;
    const left = new AbortController();
    const leaving = Promise.all([this.consumer.disconnect(), this.admin.disconnect()]).finally(() => left.abort());
    await Promise.race([leaving, sleep(LONGEST_GOODBYE_MS, left.signal)]);
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw toFeedError(error, this.brokers);
    }
  }

  #listen({ joined, leaving, alive, ended }: MemberEvents): void {
    const { GROUP_JOIN, REBALANCING, CRASH, FETCH, HEARTBEAT } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, ({ payload }) => {
      const partitions = payload.memberAssignment[this.topic] ?? [];
      this.consumer.pause([{ topic: this.topic, partitions }]);
      alive();
      joined(this, partitions);
    });
    this.consumer.on(REBALANCING, leaving);
    this.consumer.on(FETCH, alive);
    this.consumer.on(HEARTBEAT, alive);
    this.consumer.on(CRASH, ({ payload }) => {
      this.#over = true;
      ended(toFeedError(payload.error, this.brokers));
    });
  }

  #fetched({ batch, resolveOffset, heartbeat, isRunning, isStale }: EachBatchPayload): FetchedBatch {
    const { partition } = batch;
    const next = Number(batch.lastOffset()) + 1;
    return {
      partition,
      messages: batch.messages,
      next,
      highWatermark: Number(batch.highWatermark),
      stale: () => isStale() || !isRunning(),
      heartbeat,
      handled: () => resolveOffset(batch.lastOffset()),
    };
  }
}
