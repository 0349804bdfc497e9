import { createTopic } from '@tenure/event-feed/kafka';
import { type Admin, Kafka, logLevel, Partitioners } from 'kafkajs';
import type { Servers } from './servers.js';
import { until } from './until.js';

const operator = ({ kafka }: Servers) => new Kafka({ brokers: [...kafka.brokers], clientId: 'operator', logLevel: logLevel.NOTHING });

/** Deletes a topic as an operator might, while others write to it and read it. */
export async function deleteTopic(servers: Servers, topic: string): Promise<void> {
  await administering(servers, (admin) => admin.deleteTopics({ topics: [topic] }));
}

/** By partition, the offset of the next record. */
export function topicEnds(servers: Servers, topic: string): Promise<number[]> {
  return administering(servers, async (admin) => {
    const ends: number[] = [];
    for (const { partition, high } of await admin.fetchTopicOffsets(topic)) ends[partition] = Number(high);
    return ends;
  });
}

/** Recreates a deleted topic, and writes records that are not Tenure's until its partitions end at the given offsets. */
export async function fillAnew(servers: Servers, topic: string, ends: readonly number[]): Promise<void> {
  await administering(servers, async (admin) => {
    // The broker deletes in the background.
    await until(
      async () => !(await admin.listTopics()).includes(topic),
      () => `${topic} is still there`,
    );
    await createTopic(admin, { topic, numPartitions: ends.length, replicationFactor: 1 });
  });
  const producer = operator(servers).producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false });
  await producer.connect();
  try {
    const messages = ends.flatMap((end, partition) => Array.from({ length: end }, () => ({ partition, key: 'stranger', value: '{}' })));
    await producer.send({ topic, acks: -1, messages });
  } finally {
    await producer.disconnect();
  }
}

async function administering<T>(servers: Servers, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = operator(servers).admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
