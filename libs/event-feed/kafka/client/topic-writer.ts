import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs';
import { acknowledged } from './acknowledged.js';
import { type KafkaConnection, openKafka, QUICK_RETRY } from './connection.js';
import { explainConnecting } from './explain-connecting.js';
import { type FoundRecord, type RecordPlace, recordsAt } from './records-at.js';
import { toFeedError } from './to-feed-error.js';
import { ensureTopic, type PartitionEnds, partitionEnds, type TopicSettings } from './topic.js';

export type OutgoingRecord = Pick<Message, 'key' | 'value' | 'headers'> & { readonly partition: number };

/** A topic as its publisher sees it. */
export interface WritableTopic {
  /** By partition, as of when the topic was opened. */
  readonly ends: readonly PartitionEnds[];
  /** Resolves when every record is acknowledged, with the next offset after them in each partition that received some. */
  send(messages: OutgoingRecord[]): Promise<Map<number, number>>;
  /** What lies at some offsets, one answer each. Rejects with a `FeedError`, also where retention has removed one of them. */
  recordsAt(places: readonly RecordPlace[]): Promise<readonly FoundRecord[]>;
  close(): Promise<void>;
}

/** Connects, and creates the topic if it is missing. Rejects with a `FeedError`. */
export type OpenTopic = (connection: KafkaConnection, settings: TopicSettings) => Promise<WritableTopic>;

/**
 * Writes to one topic through an idempotent producer with one request in flight, all in-sync replicas acknowledging.
 * Discard it after an error: a new one has a new producer id, and no doubt about sequence numbers.
 */
export class TopicWriter implements WritableTopic {
  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: Producer,
    private readonly connection: KafkaConnection,
    private readonly topic: string,
    readonly ends: readonly PartitionEnds[],
  ) {}

  static async open(connection: KafkaConnection, settings: TopicSettings): Promise<TopicWriter> {
    const kafka = openKafka(connection);
    const admin = kafka.admin();
    const producer = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      // It would keep sending to a broker that no longer answers; a new writer asks where the partitions are now.
      retry: { ...QUICK_RETRY, retries: 1 },
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    try {
      await admin.connect();
      await ensureTopic(admin, settings);
      await producer.connect();
      return new TopicWriter(kafka, producer, connection, settings.topic, await partitionEnds(admin, settings.topic));
    } catch (error) {
      await producer.disconnect();
      throw await explainConnecting(error, connection);
    } finally {
      await admin.disconnect();
    }
  }

  async send(messages: OutgoingRecord[]): Promise<Map<number, number>> {
    const written = await this.producer.send({ topic: this.topic, acks: -1, messages }).catch((error) => {
      throw toFeedError(error, this.connection.brokers);
    });
    return acknowledged(messages, written);
  }

  /** Begins with the broker that answered when the topic was opened: another one may be away, and each term begins with the next. */
  async recordsAt(places: readonly RecordPlace[]): Promise<readonly FoundRecord[]> {
    try {
      return await recordsAt(this.kafka, this.topic, places);
    } catch (error) {
      throw toFeedError(error, this.connection.brokers);
    }
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}
