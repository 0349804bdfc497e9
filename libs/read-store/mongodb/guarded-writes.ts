import { type Collection, type Document, MongoBulkWriteError } from 'mongodb';

/** The field of a record that guards it: it only ever grows. */
export type Mark = 'revision' | 'commit';

export type Marked = { readonly _id: string } & { readonly [field in Mark]?: number };

export type Guarded = Collection<Document & { _id: string }>;

/** A server that keeps reporting that a record exists, and never returns it, is damaged: retries are limited to this. */
const MOST_CONTRADICTIONS = 10;

/**
 * A bulk that writes each record if the stored one is older by its mark, or there is none. Any number of writers may write
 * the same records in any order, late, twice or in part: the newest stays.
 */
export async function writeNewer(collection: Guarded, mark: Mark, records: readonly Marked[]): Promise<void> {
  let waiting = records;
  let contradictions = 0;
  while (waiting.length > 0) {
    try {
      const operations = waiting.map((record) => replaceOlder(record, mark));
      await collection.bulkWrite(operations, { ordered: false });
      return;
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
      // The guard excluded the record, and its upsert met it. Not every server then continues with the rest of a bulk,
      // so what is stored decides what is left to do.
      const left = await withoutStored(collection, mark, waiting);
      contradictions = left.length < waiting.length ? 0 : contradictions + 1;
      if (contradictions === MOST_CONTRADICTIONS) throw error;
      waiting = left;
    }
  }
}

function replaceOlder(record: Marked, mark: Mark) {
  const { _id, ...replacement } = record as Document & { _id: string };
  return { replaceOne: { filter: { _id, [mark]: { $lt: record[mark] } }, replacement, upsert: true } };
}

function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) return false;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return failures.length > 0 && failures.every(({ code }) => code === 11000);
}

async function withoutStored(collection: Guarded, mark: Mark, records: readonly Marked[]): Promise<Marked[]> {
  const stored = new Map<string, number>();
  const found = collection.find({ _id: { $in: records.map(({ _id }) => _id) } }, { projection: { [mark]: 1 } });
  for await (const record of found) stored.set(record._id, record[mark]);
  return records.filter((record) => (stored.get(record._id) ?? -1) < record[mark]!);
}
