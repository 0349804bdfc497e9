import { partitionOf } from '@tenure/event-feed';
import type { EventLog } from '@tenure/event-log';
import { MongoReadStore } from '@tenure/read-store/mongodb';
import type { Company } from '../company.js';
import { mongoClient } from '../servers/mongo-client.js';
import { remoteLog } from '../servers/remote-log.js';

/** The log as seen by this process. */
export function reachLog({ log, options }: Company): EventLog {
  return remoteLog(log, options.lostSignals);
}

/** The read models as seen by this process. */
export function openStore({ mongo, options }: Company): Promise<MongoReadStore> {
  const { partitions, bulkSize } = options;
  return MongoReadStore.on(mongoClient(mongo), {
    database: 'simulated',
    partitions,
    bulkSize,
    bulksAtOnce: 2,
    partitionOf: (customerId) => partitionOf(customerId, partitions),
  });
}
