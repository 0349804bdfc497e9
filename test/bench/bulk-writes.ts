import type { StoredDocument } from '@tenure/read-store';
import type { MongoClient } from 'mongodb';

/** Documents that are written together, by collection. */
export type Bulk = ReadonlyMap<string, readonly StoredDocument[]>;

/** Whole documents by the driver's own bulkWrite: writers in parallel, each with one bulk after the other. Answers the seconds it took. */
export async function bulkWrites(client: MongoClient, database: string, writers: ReadonlyArray<readonly Bulk[]>): Promise<number> {
  const started = performance.now();
  await Promise.all(
    writers.map(async (bulks) => {
      for (const bulk of bulks) await Promise.all([...bulk].map(([collection, documents]) => write(client, database, collection, documents)));
    }),
  );
  return (performance.now() - started) / 1_000;
}

async function write(client: MongoClient, database: string, collection: string, documents: readonly StoredDocument[]): Promise<void> {
  const operations = documents.map(({ key, revision, body }) => ({ replaceOne: { filter: { _id: key }, replacement: { revision, body }, upsert: true } }));
  await client.db(database).collection<{ _id: string; revision: number; body: string }>(collection).bulkWrite(operations, { ordered: false });
}
