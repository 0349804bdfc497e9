import { MongoServerError } from 'mongodb';
import type { Database, StoreRecord } from './database.js';
import { MongoDbRefused } from './errors.js';

const LAYOUT = 1;
/** Collections of other roles in the same database, which may exist first: leases of the relays, keys of customers, the log's secret. */
const OURS = new Set(['store', 'relays', 'vault', 'log-secret']);

/** Lays out the store, or verifies that its layout matches our settings. Throws `MongoDbRefused` when it does not. */
export async function checkStore(database: Database, partitions: number): Promise<void> {
  const record = (await find(database)) ?? (await create(database, partitions));
  const name = database.name;
  if (record.layout !== LAYOUT) {
    throw new MongoDbRefused(
      `The database "${name}" at MONGODB_URL holds read models of another version of Tenure (layout ${record.layout}; this one writes ${LAYOUT}). Name another database and let them be built there.`,
    );
  }
  if (record.partitions !== partitions) {
    throw new MongoDbRefused(
      `The read models in the database "${name}" at MONGODB_URL are laid out for ${record.partitions} partitions, and this process is set up for ${partitions}. ` +
        `Set the number of partitions to ${record.partitions}, or name another database and let the read models be built there.`,
    );
  }
}

async function create(database: Database, partitions: number): Promise<StoreRecord> {
  const collections = await database.db.listCollections({}, { nameOnly: true }).toArray();
  const record: StoreRecord = { _id: 'store', layout: LAYOUT, partitions };
  if (collections.some(({ name }) => !OURS.has(name) && !name.startsWith('system.'))) {
    // Another process may have laid it out since we looked.
    const other = await find(database);
    if (other) return other;
    throw new MongoDbRefused(`The database "${database.name}" at MONGODB_URL is not Tenure's: it holds something else. Name another database.`);
  }
  try {
    await database.store.insertOne(record);
    return record;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await find(database))!;
  }
}

function find(database: Database): Promise<StoreRecord | null> {
  return database.store.findOne({ _id: 'store' });
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}
