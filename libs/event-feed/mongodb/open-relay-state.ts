import { MongoClient } from 'mongodb';
import type { RelayState } from '../kafka/relay/relay-state.js';
import { MongoRelayState, type RelayDocument } from './relay-state.js';

export interface RelayStateOnMongoDb {
  readonly state: RelayState;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** The relays' lease and checkpoint in the collection `relays` of a database. Connects when it is first used. */
export async function openRelayState({
  url,
  database,
  topic,
}: {
  readonly url: string;
  readonly database: string;
  readonly topic: string;
}): Promise<RelayStateOnMongoDb> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: PATIENCE_MS, connectTimeoutMS: PATIENCE_MS });
  return {
    state: new MongoRelayState(client.db(database).collection<RelayDocument>('relays'), topic),
    close: () => client.close(),
  };
}
