import { join } from 'node:path';
import { type EventStoreDbStandIn, startEventStoreDbStandIn } from '@tenure/local-servers/eventstoredb';
import { type LocalKafka, startKafka } from '@tenure/local-servers/kafka';
import { type LocalMongoDb, startMongoJavaServer } from '@tenure/local-servers/mongodb';
import { removeTemporaryFolders, temporaryFolder } from '../engine/temporary-folder.js';

/** The servers of an engine; each can be killed and comes back at the same address with its data. */
export interface Servers {
  readonly eventstoredb: EventStoreDbStandIn;
  readonly kafka: LocalKafka;
  readonly mongodb: LocalMongoDb;
  /** The folder of the log, which can be replaced, emptied or changed while its server is stopped. */
  readonly logFolder: string;
  stop(): Promise<void>;
}

/** Shared by all stories of a file: each has a namespace of its own on them. */
export async function startServers({ tls = false } = {}): Promise<Servers> {
  const folder = temporaryFolder();
  const kafka = await startKafka({ data: join(folder, 'kafka'), tls });
  const logFolder = join(folder, 'eventstoredb');
  const eventstoredb = await startEventStoreDbStandIn({ data: logFolder });
  const mongodb = await startMongoJavaServer({ data: join(folder, 'mongodb') });
  return {
    eventstoredb,
    kafka,
    mongodb,
    logFolder,
    async stop() {
      await Promise.all([eventstoredb.kill(), kafka.kill(), mongodb.kill()]);
      removeTemporaryFolders();
    },
  };
}
