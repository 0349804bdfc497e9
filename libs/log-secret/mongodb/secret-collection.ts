import { explain } from '@tenure/read-store/mongodb';
import { type Collection, MongoClient } from 'mongodb';
import type { SecretStore } from '../log-secret.js';

interface SecretDocument {
  readonly _id: 'log';
  readonly secret: string;
}

const PATIENCE_MS = 5_000;
const DUPLICATE_KEY = 11000;

/** The secret of a log in a collection of its own, for all roles of an engine: of several that make one at once, the first to insert wins. */
export function secretCollection({ url, database }: { readonly url: string; readonly database: string }): SecretStore {
  async function ask<T>(question: (documents: Collection<SecretDocument>) => Promise<T>): Promise<T> {
    const client = new MongoClient(url, {
      serverSelectionTimeoutMS: PATIENCE_MS,
      connectTimeoutMS: PATIENCE_MS,
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
    });
    try {
      return await question(client.db(database).collection<SecretDocument>('log-secret'));
    } catch (error) {
      throw explain(error, client);
    } finally {
      await client.close();
    }
  }
  const find = async (documents: Collection<SecretDocument>) => (await documents.findOne({ _id: 'log' }))?.secret ?? null;
  return {
    place: `the collection "log-secret" of the database "${database}" on MongoDB`,
    read: () => ask(find),
    keep: (secret) =>
      ask(async (documents) => {
        await documents.insertOne({ _id: 'log', secret }).catch((error: { code?: number }) => {
          if (error.code !== DUPLICATE_KEY) throw error;
        });
        return (await find(documents)) as string;
      }),
  };
}
