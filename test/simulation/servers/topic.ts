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

/** The records of a topic. Retention removes records from the front; when the topic is lost, all are gone, and offsets begin again at 0. */
export class Topic {
  #partitions: Array<{ first: number; records: TopicRecord[] }>;
  /** How often it was lost, and up to which of these losses an operator has had the log published again. */
  losses = 0;
  lossesMended = 0;
  /** The value of `losses` when a stranger last wrote into the topic before a loss was noticed. */
  #hiddenLoss: number | null = null;
  /** The value of `losses` when retention last removed something before a loss was noticed. */
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

  /** Whether a stranger's record may be, or may have been, at the offset of a lost one: partitions may end where they did. */
  get hidesLoss(): boolean {
    return this.#hiddenLoss === this.losses && this.lossesMended < this.losses;
  }

  /** Whether that record may also have been removed, so that a relay finds nothing by which to recognize the topic. */
  get hidesLossFromRelays(): boolean {
    return this.hidesLoss && this.#removedAfterLoss === this.losses;
  }

  /** A record that does not come from a relay. */
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
 * A relay's access to the topic, which is created if necessary. A batch is atomic in each partition, but may reach only some of them. A relay that
 * opened the topic before it was lost is refused.
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
