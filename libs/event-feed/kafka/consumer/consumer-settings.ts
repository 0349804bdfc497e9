import type { KafkaConnection } from '../client/connection.js';
import { GroupMember, type GroupSettings, type JoinGroup } from '../client/group-member.js';
import type { KnowsEvent } from '../read-record.js';
import { TOPIC } from '../topic.js';

export interface ConsumerSettings extends GroupSettings {
  readonly connection: KafkaConnection;
  /** How the group is joined: through Kafka's client by default. */
  readonly joinGroup: JoinGroup;
  /** Events of other versions arrive as foreign records with the reason `unknown-version`. All versions are known by default. */
  readonly knows: KnowsEvent;
  /** How long a handler may continue after a rebalance or `stop` began, before its signal aborts. */
  readonly drainMs: number;
  /** How long after a batch its offset is committed to the group. */
  readonly commitMs: number;
  /** How often the ends of the partitions are looked up. */
  readonly watchMs: number;
  /** After this long without progress, though there is something to handle, the consumer is unhealthy. */
  readonly stallAfterMs: number;
}

export type GivenConsumerSettings = Pick<ConsumerSettings, 'connection' | 'groupId' | 'partitions'> & Partial<ConsumerSettings>;

export function consumerSettings(given: GivenConsumerSettings): ConsumerSettings {
  return {
    topic: TOPIC,
    joinGroup: GroupMember.join,
    sessionTimeoutMs: 30_000,
    heartbeatMs: 1_000,
    rebalanceTimeoutMs: 60_000,
    fetchBytes: 8 * 1024 * 1024,
    partitionBytes: 512 * 1024,
    longestFetchMs: 500,
    knows: () => true,
    drainMs: 20_000,
    commitMs: 1_000,
    watchMs: 2_000,
    stallAfterMs: 60_000,
    ...given,
  };
}
