import { workerData } from 'node:worker_threads';
import { SqliteEventLogReader } from '@tenure/event-log/sqlite';
import { secretFile } from '@tenure/log-secret';
import { SqliteReadStore } from '@tenure/read-store/sqlite';
import { serveThread } from '@tenure/threads';
import { usableOr, Vault } from '@tenure/vault';
import { SqliteKeys } from '@tenure/vault/sqlite';
import { queryHandlers } from '../process/query-handlers.js';
import { secretOfLog } from '../process/secret-of-log.js';

export interface QueryData {
  readonly events: string;
  readonly readModels: string;
  readonly bell: SharedArrayBuffer;
  readonly vault: string;
  readonly logSecret: { readonly given: string | null; readonly file: string };
  readonly timezone: string;
  readonly currency: string;
  readonly scratch: string;
  readonly pastMegabytes: number;
}

const { events, readModels, bell, vault: keys, logSecret, timezone, currency, scratch, pastMegabytes } = workerData as QueryData;
const log = new SqliteEventLogReader(events, bell);
const secret = secretOfLog(log, logSecret.given, secretFile(logSecret.file));
// The main thread says why, once for all threads.
const customerKeys = usableOr(
  `the file ${keys}`,
  () => SqliteKeys.openForReading(keys),
  () => undefined,
);
const vault = new Vault(customerKeys, secret);
const store = SqliteReadStore.openForReading(readModels);
serveThread(queryHandlers({ log, secret, vault, store, timezone, currency, scratch, pastMegabytes, still: () => store.snapshot() }));
