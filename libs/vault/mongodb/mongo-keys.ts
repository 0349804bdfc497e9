import { connect, explain, MongoDbRefused, MongoDbUnavailable } from '@tenure/read-store/mongodb';
import { Binary, type Collection, type MongoBulkWriteError, type MongoClient, MongoError } from 'mongodb';
import { asKept } from '../as-kept.js';
import { vaultUnreachable } from '../errors.js';
import type { Keys, WrappedKey } from '../keys.js';

/** `_id` is `<epoch> <customer>`, and `id` for the document that holds the vault's own id. */
interface KeyDocument {
  readonly _id: string;
  readonly customer?: string;
  readonly epoch?: number;
  readonly secretEpoch?: number;
  readonly wrapped?: Binary;
  readonly vault?: string;
}

export interface MongoKeysPlace {
  readonly url: string;
  readonly database: string;
}

const PATIENCE_MS = 5_000;
const DUPLICATE_KEY = 11000;
const OWN_ID = 'id';

/** Keys in a collection of their own, for all roles of an engine: of several that make one at once the first to insert wins. */
export class MongoKeys implements Keys {
  readonly place: string;
  readonly #client: MongoClient;
  readonly #documents: Collection<KeyDocument>;

  /** Connects on its first use. */
  constructor({ url, database }: MongoKeysPlace) {
    this.place = `the collection "vault" of the database "${database}" on MongoDB`;
    this.#client = connect({ url, patienceMs: PATIENCE_MS });
    this.#documents = this.#client.db(database).collection<KeyDocument>('vault');
  }

  id(): Promise<string | null> {
    return this.#ask(async (documents) => (await documents.findOne({ _id: OWN_ID }))?.vault ?? null);
  }

  begin(id: string): Promise<string> {
    return this.#ask(async (documents) => {
      await documents.createIndex({ customer: 1 });
      await documents.insertOne({ _id: OWN_ID, vault: id }).catch(unlessThere);
      return (await documents.findOne({ _id: OWN_ID }))!.vault!;
    });
  }

  read(customerIds: readonly string[]): Promise<WrappedKey[]> {
    return this.#ask((documents) => find(documents, customerIds));
  }

  /** All keys, in pages. */
  async *pages(size: number): AsyncGenerator<WrappedKey[]> {
    for (let after = ''; ; ) {
      const page = await this.#ask((documents) =>
        documents
          .find({ _id: { $gt: after, $ne: OWN_ID } })
          .sort({ _id: 1 })
          .limit(size)
          .toArray(),
      );
      if (page.length > 0) yield page.map(toKey);
      if (page.length < size) return;
      after = page.at(-1)!._id;
    }
  }

  keep(keys: readonly WrappedKey[]): Promise<WrappedKey[]> {
    return this.#ask(async (documents) => {
      const made = keys.map(({ customerId, epoch, secretEpoch, wrapped }) => ({
        _id: `${epoch} ${customerId}`,
        customer: customerId,
        epoch,
        secretEpoch,
        wrapped: new Binary(wrapped),
      }));
      await documents.insertMany(made, { ordered: false }).catch(unlessThere);
      const customerIds = keys.map(({ customerId }) => customerId);
      return asKept(keys, await find(documents, customerIds), this.place);
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  async #ask<T>(question: (documents: Collection<KeyDocument>) => Promise<T>): Promise<T> {
    try {
      return await question(this.#documents);
    } catch (error) {
      const explained = explain(error, this.#client);
      throw explained instanceof MongoDbUnavailable || explained instanceof MongoDbRefused || explained instanceof MongoError
        ? vaultUnreachable(this.place, explained)
        : explained;
    }
  }
}

async function find(documents: Collection<KeyDocument>, customerIds: readonly string[]): Promise<WrappedKey[]> {
  const found = await documents.find({ customer: { $in: [...customerIds] } }).toArray();
  return found.map(toKey);
}

function toKey({ customer, epoch, secretEpoch, wrapped }: KeyDocument): WrappedKey {
  return { customerId: customer!, epoch: epoch!, secretEpoch: secretEpoch!, wrapped: Buffer.from(wrapped!.buffer) };
}

/** Another maker was first: its key is read back. Anything else is an error. */
function unlessThere(error: unknown): void {
  const { code, writeErrors } = error as { code?: number } & Partial<MongoBulkWriteError>;
  const all = writeErrors === undefined ? [] : [writeErrors].flat();
  const isThere = all.length > 0 ? all.every((each) => each.code === DUPLICATE_KEY) : code === DUPLICATE_KEY;
  if (!isThere) throw error;
}
