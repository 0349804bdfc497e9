import { type Collection, type Document, MongoBulkWriteError } from 'mongodb';

/** A record that carries its own guard: its mark only ever grows. */
type Marked<Mark extends string> = { readonly _id: string } & { readonly [field in Mark]: number };

type Target = Collection<Document & { _id: string }>;

/**
 * Bulks that write each record if the stored one is older by its mark, or there is none. Any number of writers may write
 * the same records in any order, late, twice or in part: the newest stays.
 */
export function writeNewer<Mark extends 'revision' | 'commit', T extends Marked<Mark>>(
  collection: Collection<T>,
  mark: Mark,
  records: readonly T[],
  bulkSize: number,
): Array<() => Promise<void>> {
  const bulks: Array<() => Promise<void>> = [];
  for (let start = 0; start < records.length; start += bulkSize) {
    const bulk = records.slice(start, start + bulkSize);
    bulks.push(() => writeBulk(collection as unknown as Target, mark, bulk));
  }
  return bulks;
}

/** A server that goes on saying that a record is there, and not showing it, is damaged: it is not asked for ever. */
const MOST_CONTRADICTIONS = 10;

async function writeBulk<Mark extends string>(collection: Target, mark: Mark, records: readonly Marked<Mark>[]): Promise<void> {
  let waiting = records;
  let contradictions = 0;
  while (waiting.length > 0) {
    try {
      const operations = waiting.map((record) => replaceOlder(record, mark));
      await collection.bulkWrite(operations, { ordered: false });
      return;
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
      // A guard let nothing through, and its upsert met the record. Not every server goes on with the rest of a bulk
      // then, so what is stored decides what is left to do.
      const left = await withoutStored(collection, mark, waiting);
      contradictions = left.length < waiting.length ? 0 : contradictions + 1;
      if (contradictions === MOST_CONTRADICTIONS) throw error;
      waiting = left;
    }
  }
}

function replaceOlder<Mark extends string>(record: Marked<Mark>, mark: Mark) {
  const { _id, ...replacement } = record as Document & { _id: string };
  return { replaceOne: { filter: { _id, [mark]: { $lt: record[mark] } }, replacement, upsert: true } };
}

function onlyDuplicates(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) return false;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return failures.length > 0 && failures.every(({ code }) => code === 11000);
}

async function withoutStored<Mark extends string>(collection: Target, mark: Mark, records: readonly Marked<Mark>[]): Promise<Marked<Mark>[]> {
  const stored = new Map<string, number>();
  const found = collection.find({ _id: { $in: records.map(({ _id }) => _id) } }, { projection: { [mark]: 1 } });
  for await (const record of found) stored.set(record._id, record[mark]);
  return records.filter((record) => (stored.get(record._id) ?? -1) < record[mark]);
}
