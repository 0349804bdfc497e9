import { fileURLToPath } from 'node:url';
import { MongoDbUnavailable, ViewDropped } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import type { Logger } from 'pino';
import { errorsAcrossThreads } from '../process/errors-across-threads.js';
import { ReadingThreads } from '../process/reading-threads.js';
import { namesOf } from './names.js';
import type { QueryData } from './query.worker.js';

const ERRORS = [...errorsAcrossThreads, MongoDbUnavailable, ViewDropped];
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
