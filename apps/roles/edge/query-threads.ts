import { fileURLToPath } from 'node:url';
import { InvalidPosition, LogUnavailable, StreamDamaged } from '@tenure/event-log';
import { BadQuery, NotFound } from '@tenure/projecting';
import { Unavailable } from '@tenure/querying';
import { MongoDbUnavailable, ViewDropped } from '@tenure/read-store/mongodb';
import type { Settings } from '@tenure/settings';
import { Thread } from '@tenure/threads';
import { namesOf } from '../names.js';
import type { QueryData } from './query.worker.js';

/** Errors that the edge answers with more than "something went wrong". */
const ERRORS = [BadQuery, NotFound, InvalidPosition, Unavailable, LogUnavailable, StreamDamaged, MongoDbUnavailable, ViewDropped];

const SCRIPT = fileURLToPath(new URL('./query.worker.js', import.meta.url));

/** The threads of a process that reads much: scans, exports and fits in one; checks, replays and the past, which take long, in another. */
export class QueryThreads {
  readonly #started: Thread[] = [];
  readonly #data: QueryData;
  #queries: Promise<Thread> | null = null;
  #auditor: Promise<Thread> | null = null;

  constructor(settings: Settings, scratch: string) {
    this.#data = queryData(settings, scratch);
  }

  queries(): Promise<Thread> {
    this.#queries ??= this.#start('queries');
    return this.#queries;
  }

  /** Started when first asked for; one that could not start is tried again by whoever asks next. */
  auditor(): Promise<Thread> {
    this.#auditor ??= this.#start('auditor').catch((error) => {
      this.#auditor = null;
      throw error;
    });
    return this.#auditor;
  }

  /** Why one of them has died; null when all is well. */
  get failure(): Error | null {
    return this.#started.find(({ failure }) => failure)?.failure ?? null;
  }

  async close(): Promise<void> {
    for (const thread of this.#started.splice(0).reverse()) await thread.stop();
  }

  async #start(name: string): Promise<Thread> {
    const thread = await Thread.start(SCRIPT, name, this.#data, ERRORS);
    this.#started.push(thread);
    return thread;
  }
}

function queryData(settings: Settings, scratch: string): QueryData {
  const { eventstoredbUrl, mongodbUrl, logSecret, partitions, bulkSize, timezone, currency } = settings;
  const { database, streams } = namesOf(settings);
  return {
    eventstoredb: { url: eventstoredbUrl!, namespace: streams },
    mongodb: { url: mongodbUrl!, database, partitions, bulkSize },
    logSecret,
    timezone,
    currency,
    scratch,
  };
}
