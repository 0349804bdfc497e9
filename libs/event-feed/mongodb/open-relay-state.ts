import { explain, noticingSilence } from '@tenure/read-store/mongodb';
import { MongoClient } from 'mongodb';
import type { RelayState } from '../relay-state.js';
import { MongoRelayState, type RelayDocument } from './relay-state.js';

export interface RelayStateOnMongoDb {
  /** Its MongoDB errors are `MongoDbUnavailable`, which passes by itself, or `MongoDbRefused`. */
  readonly state: RelayState;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** The relays' lease and checkpoint in the collection `relays` of a database. Connects when first used, and retries for as long as it takes. */
export async function openRelayState({
  url,
  database,
  topic,
}: {
  readonly url: string;
  readonly database: string;
  readonly topic: string;
}): Promise<RelayStateOnMongoDb> {
  const connection = new Connection(url, (client) => new MongoRelayState(client.db(database).collection<RelayDocument>('relays'), topic));
  return {
    state: {
      acquire: (holder, ttlMs) => connection.ask((state) => state.acquire(holder, ttlMs)),
      renew: (epoch) => connection.ask((state) => state.renew(epoch)),
      save: (epoch, checkpoint) => connection.ask((state) => state.save(epoch, checkpoint)),
      release: (epoch) => connection.ask((state) => state.release(epoch)),
      startOver: () => connection.ask((state) => state.startOver()),
      read: () => connection.ask((state) => state.read()),
    },
    close: () => connection.close(),
  };
}

interface Attempt {
  readonly client: MongoClient;
  readonly state: RelayState;
}

/** A client whose first connection failed never connects again, so the next attempt uses a new client. */
class Connection {
  #attempt: Attempt | null = null;

  constructor(
    private readonly url: string,
    private readonly stateOn: (client: MongoClient) => RelayState,
  ) {}

  async ask<T>(question: (state: RelayState) => Promise<T>): Promise<T> {
    this.#attempt ??= this.#begin();
    const { client, state } = this.#attempt;
    try {
      await this.#connect(this.#attempt);
      return await question(state);
    } catch (error) {
      throw explain(error, client);
    }
  }

  async #connect(attempt: Attempt): Promise<void> {
    try {
      await attempt.client.connect();
    } catch (error) {
      if (this.#attempt === attempt) this.#attempt = null;
      await attempt.client.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#attempt?.client.close();
  }

  #begin(): Attempt {
    const client = new MongoClient(this.url, { serverSelectionTimeoutMS: PATIENCE_MS, ...noticingSilence });
    return { client, state: this.stateOn(client) };
  }
}
