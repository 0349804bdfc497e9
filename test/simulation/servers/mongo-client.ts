import type { MongoClient } from 'mongodb';
import { ask } from '../kernel/ask.js';
import { MongoCollection, mongo } from './mongo-collection.js';
import type { MongoServer } from './mongo-server.js';

/** The parts of the driver's client that the adapters use. */
export function mongoClient(server: MongoServer): MongoClient {
  const db = {
    databaseName: 'simulated',
    collection: (name: string) => new MongoCollection(server, name),
    listCollections: () => ({ toArray: () => ask(mongo, 'list collections', () => [...server.collections.keys()].map((name) => ({ name }))) }),
    createCollection: (name: string) =>
      ask(mongo, `create ${name}`, () => {
        if (!server.collections.has(name)) server.collections.set(name, new Map());
      }),
    dropCollection: (name: string) => ask(mongo, `drop ${name}`, () => server.collections.delete(name)),
  };
  return { db: () => db, options: { hosts: ['simulated:27017'] }, close: async () => undefined } as unknown as MongoClient;
}
