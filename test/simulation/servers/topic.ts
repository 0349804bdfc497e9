import { FeedError, type KafkaRecord, type OpenTopic, type OutgoingRecord, type PartitionEnds, type RecordPlace } from '@tenure/event-feed/kafka';
import { ask, type Server } from '../kernel/ask.js';

export const kafka: Server = { name: 'kafka', unreachable: (what) => new FeedError('unreachable', `No answer to ${what}.`) };

export interface TopicRecord extends KafkaRecord {
  readonly offset: number;
}

interface Watch {
  appended(partition: number, record: TopicRecord): void;
  lost(): void;
}

const bytes = (text: unknown) => (text === null || text === undefined ? null : Buffer.from(text as string));

/** The records of a topic. What retention has removed is gone from the front; when the topic is lost, all is, and offsets begin anew. */
export class Topic {
  #partitions: Array<{ first: number; records: TopicRecord[] }>;
  /** How often it was lost, and after how many of these somebody has had the log published again. */
  losses = 0;
  lossesMended = 0;
  /** How often it had been lost when a stranger last wrote into it before that was noticed. */
  #hiddenLoss: number | null = null;
  /** How often it had been lost when retention last removed something from it before that was noticed. */
  #removedAfterLoss: number | null = null;
  readonly #watches: Watch[] = [];

  constructor(readonly partitions: number) {
    this.#partitions = empty(partitions);
  }

  watch(watch: Watch): void {
    this.#watches.push(watch);
  }

  get ends(): PartitionEnds[] {
    return this.#partitions.map(({ first, records }) => ({ first, next: first + records.length }));
  }

  /** Whether a record of a stranger may stand, or have stood, where one was that was lost: partitions may end where they did. */
  get hidesLoss(): boolean {
    return this.#hiddenLoss === this.losses && this.lossesMended < this.losses;
  }

  /** Whether that record may have been removed, too, so that a relay finds nothing to tell the topic by. */
  get hidesLossFromRelays(): boolean {
    return this.hidesLoss && this.#removedAfterLoss === this.losses;
  }

  /** A record that is none of a relay's. */
  appendForeign(record: OutgoingRecord): void {
    if (this.lossesMended < this.losses) this.#hiddenLoss = this.losses;
    this.append(record);
  }

  append({ partition, key, value, headers }: OutgoingRecord): number {
    const { first, records } = this.#partitions[partition]!;
    const record: TopicRecord = { key: bytes(key), value: bytes(value), headers: headers ?? {}, offset: first + records.length };
    records.push(record);
    for (const watch of this.#watches) watch.appended(partition, record);
    return record.offset;
  }

  read(partition: number, from: number, limit: number): TopicRecord[] {
    const { first, records } = this.#partitions[partition]!;
    const begin = Math.max(0, from - first);
    return records.slice(begin, begin + limit);
  }

  lose(): void {
    this.losses += 1;
    this.#partitions = empty(this.partitions);
    for (const watch of this.#watches) watch.lost();
  }

  trim(partition: number, to: number): void {
    if (this.lossesMended < this.losses) this.#removedAfterLoss = this.losses;
    const part = this.#partitions[partition]!;
    part.records.splice(0, to - part.first);
    part.first = Math.max(part.first, to);
  }
}

function empty(partitions: number): Array<{ first: number; records: TopicRecord[] }> {
  return Array.from({ length: partitions }, () => ({ first: 0, records: [] }));
}

/**
 * How a relay reaches the topic, which is made if need be. A batch is whole in each partition, but may reach some partitions
 * only. Who has opened a topic that was lost since is refused.
 */
export function openTopic(topic: Topic): OpenTopic {
  return async () => {
    const { ends, losses } = await ask(kafka, 'open the topic', () => ({ ends: topic.ends, losses: topic.losses }));
    const write = (records: readonly OutgoingRecord[]) => {
      if (topic.losses > losses) throw new FeedError('topic-missing', 'The topic is not there.');
      const next = new Map<number, number>();
      for (const record of records) next.set(record.partition, topic.append(record) + 1);
      return next;
    };
    const look = ({ partition, offset }: RecordPlace) => {
      const { first, next } = topic.ends[partition]!;
      if (topic.losses > losses) throw new FeedError('topic-missing', 'The topic is not there.');
      if (offset < first || offset >= next) throw new FeedError('failed', `Offset ${offset} is out of range.`);
      return { record: topic.read(partition, offset, 1)[0]!, next };
    };
    return {
      ends,
      recordsAt: (places) => ask(kafka, 'read the last records', () => places.map(look)),
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
