import type { KafkaConnection } from '../client/connection.js';
import type { TopicSettings } from '../client/topic.js';
import { type OpenTopic, TopicWriter } from '../client/topic-writer.js';

export interface RelaySettings {
  readonly connection: KafkaConnection;
  readonly topic: TopicSettings;
  /** How the topic is reached: through Kafka's client, unless told otherwise. */
  readonly openTopic: OpenTopic;
  /** Who this relay is: stable over a restart, different from every other relay's. */
  readonly holder: string;
  /** How long another waits for a sign of life before it takes over. */
  readonly leaseMs: number;
  readonly batchEvents: number;
  readonly batchBytes: number;
  /** From the beginning of one small batch to that of the next, at least: what each costs does not depend on how much is in it. */
  readonly gatherMs: number;
  /** How often the log's head is compared with the position. */
  readonly watchMs: number;
  /** Without progress for so long, though there is something to publish, the relay is unhealthy and begins anew. */
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
