import { fileURLToPath } from 'node:url';
import { InvalidPosition, LogUnavailable, StreamDamaged } from '@tenure/event-log';
import { BadQuery, NotFound, Unavailable } from '@tenure/querying';
import { DocumentDamaged } from '@tenure/read-store';
import { MongoDbUnavailable, ViewDropped } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import { VaultUnavailable } from '@tenure/vault';
import type { Logger } from 'pino';
import { ReadingThreads } from '../process/reading-threads.js';
import { namesOf } from './names.js';
import type { QueryData } from './query.worker.js';

/** Errors that the edge answers with more than "something went wrong". */
const ERRORS = [
  BadQuery,
  NotFound,
  InvalidPosition,
  Unavailable,
  LogUnavailable,
  StreamDamaged,
  MongoDbUnavailable,
  ViewDropped,
  DocumentDamaged,
  VaultUnavailable,
];

const SCRIPT = fileURLToPath(new URL('./query.worker.js', import.meta.url));

/** Threads that read from the servers, each with connections of its own. */
export function queryThreads(settings: Settings, scratch: string, logger: Pick<Logger, 'warn'>): ReadingThreads {
  return new ReadingThreads({ file: SCRIPT, workerData: queryData(settings, scratch), errors: ERRORS, scratch, warn: (message) => logger.warn(message) });
}

function queryData(settings: Settings, scratch: string): QueryData {
  const { eventstoredbUrl, mongodbUrl, logSecret, partitions, bulkSize, timezone, currency, pastMegabytes } = settings;
  const { database, streams } = namesOf(settings);
  return {
    eventstoredb: { url: eventstoredbUrl!, namespace: streams },
    mongodb: { url: mongodbUrl!, database, partitions, bulkSize },
    logSecret,
    timezone,
    currency,
    scratch,
    pastMegabytes,
  };
}
