import type { KafkaConnection } from '@tenure/event-feed/kafka';
import { openRelayState, type RelayStateOnMongoDb } from '@tenure/event-feed/mongodb';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { namesOf } from './names.js';

/** How a process of the distributed profile reaches the servers, each when it needs it; one that does not answer is an error. */
export interface Servers {
  log(): Promise<EventStoreDbEventLog>;
  readStore(): Promise<MongoReadStore>;
  relayState(): Promise<RelayStateOnMongoDb>;
  kafka(clientId: string): KafkaConnection;
}

/** Settings of the distributed profile have all addresses. */
export function serversOf(settings: Settings, logger: Logger): Servers {
  const { eventstoredbUrl, mongodbUrl, kafkaBrokers, kafkaTls, partitions, bulkSize } = settings;
  const { database, streams } = namesOf(settings);
  return {
    log: () => EventStoreDbEventLog.open({ url: eventstoredbUrl!, namespace: streams }),
    readStore: () => MongoReadStore.open({ url: mongodbUrl!, database, partitions, bulkSize }),
    relayState: () => openRelayState({ url: mongodbUrl!, database, topic: namesOf(settings).topic }),
    kafka: (clientId) => ({
      brokers: kafkaBrokers!.split(','),
      clientId,
      ssl: kafkaTls === 'on',
      sasl: loginOf(settings),
      log: (level, message, detail) => logger[level]({ kafka: detail }, message),
    }),
  };
}

function loginOf({ kafkaUsername: username, kafkaPassword: password, kafkaSasl: mechanism }: Settings): KafkaConnection['sasl'] {
  return username && password ? { mechanism, username, password } : undefined;
}
