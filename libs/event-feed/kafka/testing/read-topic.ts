import { randomUUID } from 'node:crypto';
import { customerOf, type RecordedEvent } from '@tenure/event-log';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';
import { readRecord } from '../read-record.js';

export interface TopicRecord {
  readonly partition: number;
  readonly offset: number;
  readonly event: RecordedEvent;
}

/** Everything that is in a topic now, each partition in order, read by a client of its own. */
export async function readTopic(brokers: readonly string[], topic: string): Promise<TopicRecord[]> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]));
  await admin.disconnect();
  const records: TopicRecord[] = [];
  const left = new Set([...ends].filter(([, end]) => end > 0).map(([partition]) => partition));
  if (left.size === 0) return [];
  const consumer = kafka.consumer({ groupId: randomUUID(), maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise<void>((resolve) => {
    void consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch: { partition, messages } }) => {
        for (const message of messages) records.push(toTopicRecord(partition, message));
        if (Number(messages.at(-1)!.offset) + 1 >= ends.get(partition)!) left.delete(partition);
        if (left.size === 0) resolve();
      },
    });
  });
  await consumer.disconnect();
  return records;
}

function toTopicRecord(partition: number, message: KafkaMessage): TopicRecord {
  const read = readRecord(message);
  if (read.outcome !== 'event') throw new Error(read.detail);
  return { partition, offset: Number(message.offset), event: read.event };
}

/** Each customer's revisions in order of their first appearance. */
export function firstAppearances(events: Iterable<RecordedEvent>): Map<string, number[]> {
  const seen = new Map<string, Set<number>>();
  for (const { stream, revision } of events) {
    const customer = customerOf(stream)!;
    if (!seen.has(customer)) seen.set(customer, new Set());
    seen.get(customer)!.add(revision);
  }
  return new Map([...seen].map(([customer, revisions]) => [customer, [...revisions]]));
}

/** The expected result of `firstAppearances` when nothing is missing and the order is kept. */
export function complete(customers: number, revisions: number, prefix = 'c'): Map<string, number[]> {
  return new Map(Array.from({ length: customers }, (_, n) => [`${prefix}-${n}`, Array.from({ length: revisions }, (_, revision) => revision)]));
}
