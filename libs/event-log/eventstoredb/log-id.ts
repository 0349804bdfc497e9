import { randomUUID } from 'node:crypto';
import { jsonEvent } from '@eventstore/db-client';
import { beginStream, readOneEvent } from './begin-stream.js';
import type { Connection } from './connection.js';

const STREAM = { name: 'log-id', what: 'The id of the log' };
const TYPE = 'LogIdentified';

interface Identified {
  readonly logId: string;
}

/**
 * The log's id is the single event of a stream of its own. It is not an event of ours (it has no
 * `tenure`), so every reader of the log skips it, version 0.1.0 included.
 */
export class LogId {
  #known: string | null = null;

  constructor(private readonly connection: Connection) {}

  /** Null while it has none. @throws LogUnavailable, LogRefused */
  async read(): Promise<string | null> {
    this.#known ??= (await readOneEvent<Identified>(this.connection, STREAM))?.logId ?? null;
    return this.#known;
  }

  /** Makes an id if there is none; of several processes that try, the first to append wins. @throws as `read` */
  async ensure(): Promise<string> {
    this.#known ??= (await beginStream<Identified>(this.connection, STREAM, jsonEvent({ type: TYPE, data: { logId: randomUUID() } }))).logId;
    return this.#known;
  }
}
