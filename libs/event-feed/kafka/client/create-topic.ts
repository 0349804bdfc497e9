import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 10_000;
/** What brokers answer that have not heard of the topic yet, or do not lead its partitions yet. */
const NOT_YET: readonly unknown[] = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION'];

/**
 * Creates a topic and resolves when the leader of each partition answers for it. kafkajs has `waitForLeaders` for it, which fails when the
 * broker that it asks has not heard of the topic yet, and asks no leader. Throws what Kafka answers, and after 10 s that a leader is missing.
 */
export async function createTopic(admin: Admin, config: ITopicConfig & { readonly numPartitions: number }): Promise<void> {
  await admin.createTopics({ waitForLeaders: false, topics: [config] });
  const deadline = performance.now() + LONGEST_MS;
  while (!(await leadersAnswer(admin, config))) {
    if (performance.now() > deadline) throw new Error(`The topic ${config.topic} was created, but not all leaders of its partitions answer after 10 s.`);
    await delay(LOOK_AGAIN_MS);
  }
}

async function leadersAnswer(admin: Admin, { topic, numPartitions }: { readonly topic: string; readonly numPartitions: number }): Promise<boolean> {
  try {
    return (await admin.fetchTopicOffsets(topic)).length === numPartitions;
  } catch (error) {
    const { type, cause } = error as { readonly type?: unknown; readonly cause?: { readonly type?: unknown } };
    if (NOT_YET.includes(type ?? cause?.type)) return false;
    throw error;
  }
}
