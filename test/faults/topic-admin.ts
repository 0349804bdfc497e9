import { Kafka, logLevel } from 'kafkajs';
import type { Servers } from './servers.js';

/** Deletes a topic as an operator might, while others write to it and read it. */
export async function deleteTopic({ kafka }: Servers, topic: string): Promise<void> {
  const admin = new Kafka({ brokers: [...kafka.brokers], clientId: 'operator', logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    await admin.deleteTopics({ topics: [topic] });
  } finally {
    await admin.disconnect();
  }
}
