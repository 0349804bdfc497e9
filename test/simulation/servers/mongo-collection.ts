import { type Document, MongoBulkWriteError, MongoNetworkError, MongoServerError } from 'mongodb';
import { ask, type Server } from '../kernel/ask.js';
import { SimulatedProcess } from '../kernel/simulated-process.js';
import { passes, updated } from './mongo-filter.js';
import type { Id, MongoServer, Stored } from './mongo-server.js';

export const mongo: Server = { name: 'mongo', unreachable: (what) => new MongoNetworkError(`connection closed during ${what}`) };

interface Replace {
  readonly replaceOne: { readonly filter: Document; readonly replacement: Document; readonly upsert: boolean };
}

interface Update {
  readonly updateOne: { readonly filter: Document; readonly update: Document };
}

interface FindOptions {
  readonly sort?: Document;
  readonly limit?: number;
}

const DUPLICATE_KEY = 11000;
const duplicate = (id: Id) => new MongoServerError({ message: `E11000 duplicate key ${id}`, code: DUPLICATE_KEY });
const byId = (a: Stored, b: Stored) => (a._id < b._id ? -1 : 1);

/** A collection as the driver presents it, with the operations that the adapters use. Each is atomic for one record and no more. */
export class MongoCollection {
  constructor(
    private readonly server: MongoServer,
    private readonly name: string,
  ) {}

  find(filter: Document = {}, options: FindOptions = {}) {
    let { sort, limit } = options;
    const toArray = () =>
      ask(mongo, `find in ${this.name}`, () => {
        const found = this.#matching(filter);
        return (sort ? found.sort(byId) : found).slice(0, limit);
      });
    const cursor = {
      sort: (by: Document) => {
        sort = by;
        return cursor;
      },
      toArray,
      async *[Symbol.asyncIterator]() {
        yield* await toArray();
      },
    };
    return cursor;
  }

  findOne(filter: Document): Promise<Stored | null> {
    return ask(mongo, `look into ${this.name}`, () => this.#matching(filter)[0] ?? null);
  }

  countDocuments(filter: Document): Promise<number> {
    return ask(mongo, `count ${this.name}`, () => this.#matching(filter).length);
  }

  insertOne(record: Stored): Promise<void> {
    return ask(mongo, `insert into ${this.name}`, () => this.#insert(record));
  }

  updateOne(filter: Document, update: Document): Promise<{ matchedCount: number }> {
    return ask(mongo, `update ${this.name}`, () => ({ matchedCount: this.#update(filter, update) ? 1 : 0 }));
  }

  /** Answers the record after the update. */
  findOneAndUpdate(filter: Document, update: Document): Promise<Stored | null> {
    return ask(mongo, `update and find in ${this.name}`, () => this.#update(filter, update));
  }

  replaceOne(filter: Document, replacement: Document, { upsert = false } = {}): Promise<{ matchedCount: number; upsertedCount: number }> {
    return ask(mongo, `replace in ${this.name}`, () => this.#replace({ filter, replacement, upsert }));
  }

  deleteMany(filter: Document): Promise<void> {
    return ask(mongo, `delete from ${this.name}`, () => {
      for (const { _id } of this.#matching(filter)) this.server.remove(this.name, _id);
    });
  }

  bulkWrite(operations: readonly (Replace | Update)[]): Promise<{ matchedCount: number }> {
    const some = operations.filter((_, i) => i % 2 === 0);
    return ask(
      mongo,
      `bulk of ${operations.length} to ${this.name}`,
      () => this.#bulk(operations),
      () => this.#bulk(some),
    );
  }

  /** Unordered: continues after a duplicate, or stops at the first one, because not all servers continue. */
  #bulk(operations: readonly (Replace | Update)[]): { matchedCount: number } {
    const goesOn = SimulatedProcess.current()?.world.random.chance(0.5) ?? true;
    const writeErrors: Array<{ code: number }> = [];
    let matchedCount = 0;
    for (const operation of operations) {
      try {
        if ('replaceOne' in operation) matchedCount += this.#replace(operation.replaceOne).matchedCount;
        else if (this.#update(operation.updateOne.filter, operation.updateOne.update)) matchedCount += 1;
      } catch {
        writeErrors.push({ code: DUPLICATE_KEY });
        if (!goesOn) break;
      }
    }
    if (writeErrors.length === 0) return { matchedCount };
    const result = { getWriteConcernError: () => undefined };
    throw new MongoBulkWriteError({ message: 'duplicate keys', code: DUPLICATE_KEY, writeErrors } as never, result as never);
  }

  #matching(filter: Document): Stored[] {
    return [...this.server.records(this.name).values()].filter((record) => passes(record, filter));
  }

  #insert(record: Stored): void {
    if (this.server.records(this.name).has(record._id)) throw duplicate(record._id);
    this.server.put(this.name, record);
  }

  #update(filter: Document, update: Document): Stored | null {
    const [found] = this.#matching(filter);
    if (!found) return null;
    const after = updated(found, update);
    this.server.put(this.name, after);
    return after;
  }

  #replace({ filter, replacement, upsert }: Replace['replaceOne']): { matchedCount: number; upsertedCount: number } {
    const [found] = this.#matching(filter);
    if (found) this.server.put(this.name, { ...replacement, _id: found._id });
    else if (upsert) this.#insert({ ...replacement, _id: filter['_id'] });
    return { matchedCount: found ? 1 : 0, upsertedCount: !found && upsert ? 1 : 0 };
  }
}
