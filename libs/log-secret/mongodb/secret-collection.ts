import { explain, noticingSilence } from '@tenure/read-store/mongodb';
import { type Collection, MongoClient } from 'mongodb';
import type { SecretStore } from '../log-secret.js';
import type { MonthSecrets } from '../month-secrets.js';

interface SecretDocument {
  /** `log`, or `access-2026-11`. */
  readonly _id: string;
  readonly secret: string;
}

export interface Place {
  readonly url: string;
  readonly database: string;
}

const PATIENCE_MS = 5_000;
const DUPLICATE_KEY = 11000;
const MONTHS = 'access-';

/** The secret of a log in a collection of its own, for all roles of an engine: of several that make one at once, the first to insert wins. */
export function secretCollection(place: Place): SecretStore {
  return secretDocument(place, 'log');
}

/** Monthly secrets, in the same collection. */
export function monthSecretCollection(place: Place): MonthSecrets {
  return {
    of: (month) => secretDocument(place, MONTHS + month),
    async destroyBefore(month) {
      await ask(place, (documents) => documents.deleteMany({ _id: { $gte: MONTHS, $lt: MONTHS + month } }));
    },
  };
}

export function secretDocument(place: Place, id: string): SecretStore {
  const find = async (documents: Collection<SecretDocument>) => (await documents.findOne({ _id: id }))?.secret ?? null;
  return {
    place: `the collection "log-secret" of the database "${place.database}" on MongoDB`,
    read: () => ask(place, find),
    keep: (secret) =>
      ask(place, async (documents) => {
        await documents.insertOne({ _id: id, secret }).catch((error: { code?: number }) => {
          if (error.code !== DUPLICATE_KEY) throw error;
        });
        return (await find(documents)) as string;
      }),
  };
}

export async function ask<T>({ url, database }: Place, question: (documents: Collection<SecretDocument>) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: PATIENCE_MS,
    ...noticingSilence,
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
