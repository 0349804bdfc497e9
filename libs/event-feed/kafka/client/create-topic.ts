import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 10_000;
/** What a broker answers that has not heard of the topic yet, or whose partitions have no leader yet. */
const NOT_YET: readonly unknown[] = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE'];

/**
 * Creates a topic and resolves when each partition has a leader. kafkajs has `waitForLeaders` for it, which fails when the broker that it asks
 * has not heard of the topic yet. Throws what Kafka answers, and after 10 s that a leader is missing.
 */
export async function createTopic(admin: Admin, config: ITopicConfig): Promise<void> {
  await admin.createTopics({ waitForLeaders: false, topics: [config] });
  const deadline = performance.now() + LONGEST_MS;
  while (!(await hasLeaders(admin, config.topic))) {
    if (performance.now() > deadline) throw new Error(`The topic ${config.topic} was created, but not all of its partitions have a leader after 10 s.`);
    await delay(LOOK_AGAIN_MS);
  }
}

async function hasLeaders(admin: Admin, topic: string): Promise<boolean> {
  try {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    return topics.length > 0 && topics.every(({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0));
  } catch (error) {
    if (NOT_YET.includes((error as { type?: unknown }).type)) return false;
    throw error;
  }
}
