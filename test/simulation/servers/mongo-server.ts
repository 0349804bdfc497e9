import type { Document } from 'mongodb';

export type Id = string | number;
export type Stored = Document & { readonly _id: Id };
export type Watch = (collection: string, before: Stored | undefined, after: Stored) => void;

/** The data of a MongoDB: collections of records. A watch sees each record as it is written. */
export class MongoServer {
  readonly collections = new Map<string, Map<Id, Stored>>();
  readonly #watches: Watch[] = [];

  watch(watch: Watch): void {
    this.#watches.push(watch);
  }

  records(collection: string): ReadonlyMap<Id, Stored> {
    return this.collections.get(collection) ?? new Map();
  }

  /** A write creates its collection, as on MongoDB. */
  put(collection: string, record: Stored): void {
    const records = this.collections.get(collection) ?? new Map<string, Stored>();
    this.collections.set(collection, records);
    const before = records.get(record._id);
    records.set(record._id, record);
    for (const watch of this.#watches) watch(collection, before, record);
  }

  remove(collection: string, id: Id): void {
    this.collections.get(collection)?.delete(id);
  }
}
