import { workerData } from 'node:worker_threads';
import { SqliteEventLogReader } from '@tenure/event-log';
import { SqliteReadStore } from '@tenure/read-store';
import { queryHandlers } from '@tenure/roles/engine';
import { serveThread } from '@tenure/threads';

export interface QueryData {
  readonly events: string;
  readonly readModels: string;
  readonly bell: SharedArrayBuffer;
  readonly timezone: string;
  readonly currency: string;
  readonly scratch: string;
}

const { events, readModels, bell, timezone, currency, scratch } = workerData as QueryData;
const store = SqliteReadStore.openForReading(readModels);
serveThread(queryHandlers({ log: new SqliteEventLogReader(events, bell), store, timezone, currency, scratch, still: () => store.snapshot() }));
