import { type Lease, partitionOf } from '@tenure/event-feed';
import type { KafkaConnection } from '@tenure/event-feed/kafka';
import { openRelayState, type RelayStateOnMongoDb } from '@tenure/event-feed/mongodb';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import type { KeyedHash } from '@tenure/log-secret';
import { MongoReadStore, type MongoReadStoreOptions } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { namesOf } from './names.js';

/** How a process of the distributed profile reaches the servers, each when it is needed; a server that does not answer is an error. */
export interface Servers {
  /** `keyed`: for a process that appends. */
  log(keyed?: () => Promise<KeyedHash>): Promise<EventStoreDbEventLog>;
  readStore(): Promise<MongoReadStore>;
  relayState(): Promise<RelayStateOnMongoDb>;
  /** Beside the lease of the relays: projectors agree by it on which of them keeps the undivided read models. */
  lease(): Promise<{ readonly lease: Lease; close(): Promise<void> }>;
  kafka(clientId: string): KafkaConnection;
}

/** Settings of the distributed profile have all addresses. */
export function serversOf(settings: Settings, logger: Logger): Servers {
  const { eventstoredbUrl, mongodbUrl, kafkaBrokers, kafkaTls } = settings;
  const { database, streams, topic, lease } = namesOf(settings);
  const relayState = (name: string) => openRelayState({ url: mongodbUrl!, database, topic: name });
  return {
    log: (keyed) => EventStoreDbEventLog.open({ url: eventstoredbUrl!, namespace: streams, keyed, told: (level, message) => logger[level](message) }),
    readStore: () => MongoReadStore.open(readStoreOptions(settings)),
    relayState: () => relayState(topic),
    async lease() {
      const { state, close } = await relayState(lease);
      return { lease: state, close };
    },
    kafka: (clientId) => ({
      brokers: kafkaBrokers!.split(','),
      clientId,
      ssl: kafkaTls === 'on',
      sasl: loginOf(settings),
      log: (level, message, detail) => logger[level]({ kafka: detail }, message),
    }),
  };
}

/** The read models divide customers as the feed does. */
export function readStoreOptions(settings: Pick<Settings, 'mongodbUrl' | 'namespace' | 'partitions' | 'bulkSize'>): MongoReadStoreOptions {
  const { mongodbUrl, partitions, bulkSize } = settings;
  return { url: mongodbUrl!, database: namesOf(settings).database, partitions, bulkSize, partitionOf: (customerId) => partitionOf(customerId, partitions) };
}

function loginOf({ kafkaUsername: username, kafkaPassword: password, kafkaSasl: mechanism }: Settings): KafkaConnection['sasl'] {
  return username && password ? { mechanism, username, password } : undefined;
}
