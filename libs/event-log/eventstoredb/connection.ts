import type { EventStoreDBClient, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { LogUnavailable } from '../errors.js';
import { clientFor, withoutPassword } from './address.js';
import { readPage } from './read-page.js';
import type { KnownSettings } from './settings.js';

/** One client and how it is to be used; every operation of the log gets this. */
export class Connection {
  readonly name: string;
  readonly #client: EventStoreDBClient;
  #closed = false;

  constructor(readonly settings: KnownSettings) {
    this.#client = clientFor(settings.url);
    this.name = withoutPassword(settings.url);
  }

  /** @throws LogUnavailable after `close`. */
  get client(): EventStoreDBClient {
    if (this.#closed) throw new LogUnavailable('closed', 'not-appended', 'The log is closed.');
    return this.#client;
  }

  /** One page, in time or not at all. */
  page<Event extends ResolvedEvent>(reading: (client: EventStoreDBClient) => StreamingRead<Event>): Promise<Event[]> {
    return readPage(reading(this.client), this.settings.deadlineMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client.dispose();
  }
}
