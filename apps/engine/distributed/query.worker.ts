import { workerData } from 'node:worker_threads';
import { EventStoreDbEventLog } from '@tenure/event-log/eventstoredb';
import { secretCollection } from '@tenure/log-secret/mongodb';
import { MongoReadStore, type MongoReadStoreOptions } from '@tenure/read-store/mongodb';
import { serveThread } from '@tenure/threads';
import { Vault } from '@tenure/vault';
import { MongoKeys } from '@tenure/vault/mongodb';
import { queryHandlers } from '../process/query-handlers.js';
import { secretOfLog } from '../process/secret-of-log.js';
import { stillSnapshot } from './still-snapshot.js';

/** Addresses, because connections cannot be passed between threads. */
export interface QueryData {
  readonly eventstoredb: { readonly url: string; readonly namespace: string };
  readonly mongodb: MongoReadStoreOptions & { readonly database: string };
  readonly logSecret: string | null;
  readonly timezone: string;
  readonly currency: string;
  readonly scratch: string;
  readonly pastMegabytes: number;
}

const { eventstoredb, mongodb, logSecret, timezone, currency, scratch, pastMegabytes } = workerData as QueryData;
const log = EventStoreDbEventLog.connect(eventstoredb);
const secret = secretOfLog(log, logSecret, secretCollection(mongodb));
const vault = new Vault(new MongoKeys(mongodb), secret);
const store = await MongoReadStore.open(mongodb);
serveThread(queryHandlers({ log, secret, vault, store, timezone, currency, scratch, pastMegabytes, still: (names) => stillSnapshot(log, store, names) }));
