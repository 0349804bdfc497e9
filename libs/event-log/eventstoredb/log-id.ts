import { randomUUID } from 'node:crypto';
import { jsonEvent, StreamNotFoundError } from '@eventstore/db-client';
import { beginStream } from './begin-stream.js';
import type { Connection } from './connection.js';
import { readFailure } from './server-errors.js';

const STREAM = 'log-id';
const TYPE = 'LogIdentified';

/**
 * The log's id is the one event of a stream of its own. It is no event of ours (it says nothing of `tenure`), so whoever reads the log reads over
 * it, version 0.1.0 too.
 */
export class LogId {
  #known: string | null = null;

  constructor(private readonly connection: Connection) {}

  /** Null while it has none. @throws LogUnavailable, LogRefused */
  async read(): Promise<string | null> {
    if (this.#known !== null) return this.#known;
    const { namespace } = this.connection.settings;
    try {
      const [first] = await this.connection.page((client) => client.readStream(namespace + STREAM, { maxCount: 1 }));
      this.#known = (first?.event?.data as { logId?: string } | undefined)?.logId ?? null;
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw readFailure(error, this.connection.name, 'The id of the log');
    }
    return this.#known;
  }

  /** Makes it when there is none; of several processes that do, the first to append wins. @throws as `read` */
  async ensure(): Promise<string> {
    for (;;) {
      const found = await this.read();
      if (found !== null) return found;
      await this.#append();
    }
  }

  async #append(): Promise<void> {
    try {
      await beginStream(this.connection, STREAM, jsonEvent({ type: TYPE, data: { logId: randomUUID() } }));
    } catch (error) {
      throw readFailure(error, this.connection.name, 'The id of the log');
    }
  }
}
