import type { KafkaConnection } from '../client/connection.js';
import type { TopicSettings } from '../client/topic.js';
import { type OpenTopic, TopicWriter } from '../client/topic-writer.js';

export interface RelaySettings {
  readonly connection: KafkaConnection;
  readonly topic: TopicSettings;
  /** How the topic is reached: through Kafka's client by default. */
  readonly openTopic: OpenTopic;
  /** The name of this relay: stable over a restart, different from every other relay's. */
  readonly holder: string;
  /** How long another relay waits for a sign of life before it takes over. */
  readonly leaseMs: number;
  readonly batchEvents: number;
  readonly batchBytes: number;
  /** The least time between the beginnings of two small batches: a batch has a cost that does not depend on its size. */
  readonly gatherMs: number;
  /** How often the log's head is compared with the position. */
  readonly watchMs: number;
  /** After this long without progress, though there is something to publish, the relay is unhealthy and starts over. */
  readonly stallAfterMs: number;
}

export type GivenRelaySettings = Pick<RelaySettings, 'connection' | 'topic' | 'holder'> & Partial<RelaySettings>;

export function relaySettings(given: GivenRelaySettings): RelaySettings {
  return {
    openTopic: TopicWriter.open,
    leaseMs: 10_000,
    batchEvents: 2_000,
    batchBytes: 900_000,
    gatherMs: 50,
    watchMs: 1_000,
    stallAfterMs: 60_000,
    ...given,
  };
}
