import { MongoClient } from 'mongodb';
import type { RelayState } from '../kafka/relay/relay-state.js';
import { MongoRelayState, type RelayDocument } from './relay-state.js';

export interface RelayStateOnMongoDb {
  readonly state: RelayState;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** The relays' lease and checkpoint in the collection `relays` of a database. Connects when it is first used, and for as long as it takes. */
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
      acquire: async (holder, ttlMs) => (await connection.state()).acquire(holder, ttlMs),
      renew: async (epoch) => (await connection.state()).renew(epoch),
      save: async (epoch, checkpoint) => (await connection.state()).save(epoch, checkpoint),
      release: async (epoch) => (await connection.state()).release(epoch),
      startOver: async () => (await connection.state()).startOver(),
      read: async () => (await connection.state()).read(),
    },
    close: () => connection.close(),
  };
}

interface Attempt {
  readonly client: MongoClient;
  readonly state: RelayState;
}

/** A client whose first connection failed never connects again, so the next attempt has a new one. */
class Connection {
  #attempt: Attempt | null = null;

  constructor(
    private readonly url: string,
    private readonly stateOn: (client: MongoClient) => RelayState,
  ) {}

  async state(): Promise<RelayState> {
    this.#attempt ??= this.#begin();
    const attempt = this.#attempt;
    try {
      await attempt.client.connect();
      return attempt.state;
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
    const client = new MongoClient(this.url, { serverSelectionTimeoutMS: PATIENCE_MS, connectTimeoutMS: PATIENCE_MS });
    return { client, state: this.stateOn(client) };
  }
}
