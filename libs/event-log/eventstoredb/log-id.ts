import { randomUUID } from 'node:crypto';
import { jsonEvent, NO_STREAM, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Connection } from './connection.js';
import { within } from './deadline.js';
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

  /** As in `tryAppend`, the call is never cancelled. */
  async #append(): Promise<void> {
    const { namespace, deadlineMs } = this.connection.settings;
    const event = jsonEvent({ type: TYPE, data: { logId: randomUUID() } });
    const options = { expectedRevision: NO_STREAM, requiresLeader: true, deadline: Number.POSITIVE_INFINITY } as const;
    try {
      await within(deadlineMs, this.connection.client.appendToStream(namespace + STREAM, [event], options));
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw readFailure(error, this.connection.name, 'The id of the log');
    }
  }
}
