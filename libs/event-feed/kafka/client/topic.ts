import type { Admin } from 'kafkajs';
import { FeedError } from '../feed-error.js';
import { createTopic } from './create-topic.js';

export interface TopicSettings {
  readonly topic: string;
  /** Fixed for ever: it determines each customer's partition, in the topic and in the read models. */
  readonly partitions: number;
  readonly replication: number;
  /** How long Kafka keeps a record; `'forever'` to let others rebuild from the topic alone. */
  readonly retentionMs: number | 'forever';
  /** The largest record, and the largest batch of a partition, that the topic accepts; 8 MiB by default. */
  readonly maxMessageBytes?: number;
}

/** Creates the topic, or verifies that it is as required. */
export async function ensureTopic(admin: Admin, settings: TopicSettings): Promise<void> {
  const { topic, partitions, replication, retentionMs, maxMessageBytes = 8 * 1024 * 1024 } = settings;
  const isThere = (await admin.listTopics()).includes(topic);
  if (!isThere) {
    const configEntries = Object.entries({
      'cleanup.policy': 'delete',
      'retention.ms': retentionMs === 'forever' ? -1 : retentionMs,
      'max.message.bytes': maxMessageBytes,
      // Retention counts from when a record was written to the topic: a republished record is not old.
      'message.timestamp.type': 'LogAppendTime',
    }).map(([name, value]) => ({ name, value: String(value) }));
    // A broker that leads none of its partitions may not know a new topic yet: it is not asked how many there are.
    if (await createTopic(admin, { topic, numPartitions: partitions, replicationFactor: replication, configEntries })) return;
  }
  await checkPartitions(admin, settings);
}

/** Throws when the topic has another number of partitions than this process expects. */
export async function checkPartitions(admin: Admin, { topic, partitions }: Pick<TopicSettings, 'topic' | 'partitions'>): Promise<void> {
  const found = (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions.length ?? 0;
  if (found === partitions) return;
  throw new FeedError(
    'topic-partitions',
    `The topic ${topic} has ${found} partitions, the setting \`partitions\` says ${partitions}. Set it to ${found}; or, to have ${partitions}, give a new name in the setting \`topic\` and let the relay publish the log to it from the beginning.`,
  );
}

export interface PartitionEnds {
  /** Offset of the first record that is still there. */
  readonly first: number;
  /** Offset of the next record to come. */
  readonly next: number;
}

/** By partition. */
export async function partitionEnds(admin: Admin, topic: string): Promise<PartitionEnds[]> {
  const ends: PartitionEnds[] = [];
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) ends[partition] = { first: Number(low), next: Number(high) };
  return ends;
}
