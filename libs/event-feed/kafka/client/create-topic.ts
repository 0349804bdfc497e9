import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, ITopicConfig } from 'kafkajs';
import { ErrorChain } from './error-chain.js';

const LOOK_AGAIN_MS = 100;
const LONGEST_MS = 10_000;
/** What brokers answer that have not heard of the topic yet, or do not lead its partitions yet. */
const NOT_YET = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION'];

/**
 * Creates a topic, and resolves when the leader of each partition answers for it: true, or false where the topic was there already, with
 * whatever partitions it has. kafkajs has `waitForLeaders` for it, which fails when the broker that it asks has not heard of the topic yet,
 * and asks no leader. Throws what Kafka answers; and where leaders do not answer, which is looked at for 10 s.
 */
export async function createTopic(admin: Admin, config: ITopicConfig & { readonly numPartitions: number }): Promise<boolean> {
  const { topic, numPartitions } = config;
  const created = await admin.createTopics({ waitForLeaders: false, topics: [config] });
  const deadline = performance.now() + LONGEST_MS;
  while (!(await leadersAnswer(admin, topic, created ? numPartitions : null))) {
    if (performance.now() > deadline) throw new Error(`The topic ${topic} is there, but not all leaders of its partitions answer after 10 s.`);
    await delay(LOOK_AGAIN_MS);
  }
  return created;
}

/** @param expected how many partitions there will be; null where that is not ours to say */
async function leadersAnswer(admin: Admin, topic: string, expected: number | null): Promise<boolean> {
  try {
    const partitions = (await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions ?? [];
    if (partitions.length < (expected ?? 1) || partitions.some(({ leader }) => leader < 0)) return false;
    return (await admin.fetchTopicOffsets(topic)).length === partitions.length;
  } catch (error) {
    if (new ErrorChain(error).named(...NOT_YET)) return false;
    throw error;
  }
}
