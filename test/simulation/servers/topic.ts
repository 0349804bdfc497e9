import { FeedError, type KafkaRecord, type OpenTopic, type OutgoingRecord, type PartitionEnds } from '@tenure/event-feed/kafka';
import { ask, type Server } from '../kernel/ask.js';

export const kafka: Server = { name: 'kafka', unreachable: (what) => new FeedError('unreachable', `No answer to ${what}.`) };

export interface TopicRecord extends KafkaRecord {
  readonly offset: number;
}

type Watch = (partition: number, record: TopicRecord) => void;

const bytes = (text: unknown) => (text === null || text === undefined ? null : Buffer.from(text as string));

/** The records of a topic. What retention has removed is gone from the front. */
export class Topic {
  readonly #partitions: Array<{ first: number; records: TopicRecord[] }>;
  readonly #watches: Watch[] = [];

  constructor(readonly partitions: number) {
    this.#partitions = Array.from({ length: partitions }, () => ({ first: 0, records: [] }));
  }

  watch(watch: Watch): void {
    this.#watches.push(watch);
  }

  get ends(): PartitionEnds[] {
    return this.#partitions.map(({ first, records }) => ({ first, next: first + records.length }));
  }

  append({ partition, key, value, headers }: OutgoingRecord): number {
    const { first, records } = this.#partitions[partition]!;
    const record: TopicRecord = { key: bytes(key), value: bytes(value), headers: headers ?? {}, offset: first + records.length };
    records.push(record);
    for (const watch of this.#watches) watch(partition, record);
    return record.offset;
  }

  read(partition: number, from: number, limit: number): TopicRecord[] {
    const { first, records } = this.#partitions[partition]!;
    const begin = Math.max(0, from - first);
    return records.slice(begin, begin + limit);
  }

  trim(partition: number, to: number): void {
    const part = this.#partitions[partition]!;
    part.records.splice(0, to - part.first);
    part.first = Math.max(part.first, to);
  }
}

/** How a relay reaches the topic. A batch is whole in each partition, but may reach some partitions only. */
export function openTopic(topic: Topic): OpenTopic {
  return async () => {
    const ends = await ask(kafka, 'open the topic', () => topic.ends);
    const write = (records: readonly OutgoingRecord[]) => {
      const next = new Map<number, number>();
      for (const record of records) next.set(record.partition, topic.append(record) + 1);
      return next;
    };
    return {
      ends,
      send: (records) =>
        ask(
          kafka,
          `send ${records.length} records`,
          () => write(records),
          () => write(records.filter(({ partition }) => partition % 2 === 0)),
        ),
      close: async () => undefined,
    };
  };
}
