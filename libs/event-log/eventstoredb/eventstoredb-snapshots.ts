import { ANY, jsonEvent, StreamNotFoundError } from '@eventstore/db-client';
import { LogUnavailable } from '../errors.js';
import type { Snapshots } from '../snapshots.js';
import type { Connection } from './connection.js';
import { within } from './deadline.js';

const TYPE = 'Snapshot';

/**
 * Snapshots of a stream on a stream of their own, `snapshot-<stream>`, one event per part: an append takes 1
 * MiB, and all that is kept of a long stream is more. The parts have no envelope, so every reader of the log
 * takes them for another application's events. Several processes may keep parts of one stream. Parts then
 * overlap, and the reader takes those that continue where it stands.
 */
export class EventStoreDbSnapshots implements Snapshots {
  #failing = false;

  constructor(private readonly connection: Connection) {}

  read(stream: string): Promise<unknown[]> {
    return this.#try(() => this.#read(stream), []);
  }

  keep(stream: string, part: object, anew: boolean): Promise<boolean> {
    return this.#try(async () => {
      const { deadlineMs } = this.connection.settings;
      const { client, left } = await this.connection.node();
      const name = this.#nameOf(stream);
      const appending = client.appendToStream(name, [jsonEvent({ type: TYPE, data: { ...part } })], { expectedRevision: ANY });
      const { nextExpectedRevision } = await within(deadlineMs, appending, left);
      if (anew && nextExpectedRevision > 0n) {
        await within(deadlineMs, client.setStreamMetadata(name, { truncateBefore: Number(nextExpectedRevision) }), left);
      }
      return true;
    }, false);
  }

  async #read(stream: string): Promise<unknown[]> {
    const { pageSize } = this.connection.settings;
    const parts: unknown[] = [];
    let from = 0n;
    for (;;) {
      const page = await this.connection.page((client) => client.readStream(this.#nameOf(stream), { fromRevision: from, maxCount: pageSize }));
      for (const { event } of page) if (event?.type === TYPE) parts.push(event.data);
      const last = page.at(-1)?.event;
      if (page.length < pageSize || !last) return parts;
      from = last.revision + 1n;
    }
  }

  #nameOf(stream: string): string {
    return `${this.connection.settings.namespace}snapshot-${stream}`;
  }

  async #try<Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      const value = await work();
      this.#failing = false;
      return value;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return otherwise;
      const closed = error instanceof LogUnavailable && error.code === 'closed';
      if (!this.#failing && !closed) {
        this.connection.settings.told(
          'warn',
          `Snapshots of customers with long histories cannot be used (${(error as Error).message}): commands on such customers are slow until ` +
            'streams that begin with "snapshot-" can be read and appended to.',
        );
      }
      this.#failing = true;
      return otherwise;
    }
  }
}
