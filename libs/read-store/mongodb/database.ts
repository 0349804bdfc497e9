import type { Binary, Collection, Db, MongoClient } from 'mongodb';
import type { Checkpoint, View, ViewTraits } from '../read-store.js';

/**
 * What lies in the database. Every query is an `_id` or a range of `_id`, so `_id` is the only index of every collection;
 * another one would belong here, beside the collection it is for.
 *
 * - `store`: one record, the layout and the number of partitions
 * - `views`: one record a projection: its builds, and which of them readers see
 * - `partitions`: one record a partition: its writer, its last commit, its checkpoints; one more, behind the last, of all views that are undivided
 * - `intents`: commits too large for the record of their partition, in pieces
 * - `view.<projection>.<version>.<build>.documents`, `.pieces`, `.sums`, `.parked`
 */
export class Database {
  #client: MongoClient;
  readonly #retired: Promise<void>[] = [];
  #closed = false;

  constructor(
    client: MongoClient,
    readonly name: string,
    /** Gives another client of the same server; without it the one given stays. */
    private readonly reconnect?: () => MongoClient,
  ) {
    this.#client = client;
  }

  get client(): MongoClient {
    return this.#client;
  }

  get db(): Db {
    return this.#client.db(this.name);
  }

  /**
   * Puts a new client in the place of one that finds no server. The driver's monitor (7.9) can wait for ever for an answer
   * on a connection that closed in the moment it wrote to it, as all do when a server is killed; it never looks again then.
   */
  replace(client: MongoClient): void {
    if (client !== this.#client || !this.reconnect || this.#closed) return;
    this.#client = this.reconnect();
    // What an abandoned client has to say at its end concerns nobody.
    this.#retired.push(client.close().catch(() => undefined));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client.close();
    await Promise.all(this.#retired);
  }

  get store(): Collection<StoreRecord> {
    return this.db.collection('store');
  }

  get views(): Collection<ViewsRecord> {
    return this.db.collection('views');
  }

  get partitions(): Collection<PartitionRecord> {
    return this.db.collection('partitions');
  }

  get intents(): Collection<IntentPiece> {
    return this.db.collection('intents');
  }

  documents(view: string): Collection<DocumentRecord> {
    return this.db.collection(`view.${view}.documents`);
  }

  pieces(view: string): Collection<PieceRecord> {
    return this.db.collection(`view.${view}.pieces`);
  }

  /** Of all partitions: `_id` is `<partition>|<cell>`. */
  sums(view: string): Collection<SumRecord> {
    return this.db.collection(`view.${view}.sums`);
  }

  parked(view: string): Collection<ParkedRecord> {
    return this.db.collection(`view.${view}.parked`);
  }
}

export const VIEW_COLLECTIONS = ['documents', 'pieces', 'sums', 'parked'] as const;

/** E.g. `retention.1.3`. Build numbers are never used twice, so neither are names. */
export function nameOf({ projection, version, build }: Pick<View, 'projection' | 'version' | 'build'>): string {
  return `${projection}.${version}.${build}`;
}

export interface StoreRecord {
  readonly _id: 'store';
  readonly layout: number;
  readonly partitions: number;
}

export interface ViewsRecord {
  readonly _id: string;
  /** Counts the changes of this record: it is replaced only by who has seen the latest. */
  readonly change: number;
  readonly lastBuild: number;
  readonly live: number | null;
  /** `logId`: not there in records of before logs had ids. */
  readonly builds: ReadonlyArray<ViewTraits & { readonly version: number; readonly build: number; readonly logId?: string | null }>;
  /** What is kept of views that were taken from readers, the latest last. */
  readonly aside?: ReadonlyArray<ViewsRecord['builds'][number] & { readonly reason: string; readonly at: string }>;
  /** What the live one has replaced, kept for a while for those who still read it or write to it. */
  readonly retired?: ViewsRecord['builds'];
}

export interface PartitionRecord {
  readonly _id: number;
  /** Counts the writers that this partition has had. */
  readonly epoch: number;
  /** The last commit that has been decided, and the last that has been carried out: one more, or the same. */
  readonly commit: number;
  readonly applied: number;
  /** What the commit under way comes to: here, or in so many pieces, written in that epoch. */
  readonly intent?: Binary;
  readonly pieces?: { readonly epoch: number; readonly count: number };
  readonly checkpoints: readonly ViewCheckpoint[];
}

export interface ViewCheckpoint extends Checkpoint {
  readonly view: string;
}

export function checkpointOf({ view: _, ...checkpoint }: ViewCheckpoint): Checkpoint {
  return checkpoint;
}

export interface IntentPiece {
  /** `<partition>|<epoch>|<commit>|<piece>`, the epoch padded so that it sorts. */
  readonly _id: string;
  readonly bytes: Binary;
}

export interface DocumentRecord {
  /** The customer. */
  readonly _id: string;
  readonly partition: number;
  readonly revision: number;
  /**
   * The text as it was given: equal bytes stay equal, money stays whole, and a scan parses thousands at once with
   * `JSON.parse`, which is faster than BSON into objects. A parsed copy would double the store and serve no query of ours.
   */
  readonly body: string;
  /** `checkOf`; not there in records of before. */
  readonly check?: number;
  /** Of a divided document, whose frame `body` is: ids of its pieces, in order. */
  readonly pieces?: readonly string[];
}

/** Written before the document that names it, never changed, removed after a document that does not. */
export interface PieceRecord {
  /** `<customer>|<id>` */
  readonly _id: string;
  readonly partition: number;
  readonly revision: number;
  readonly text: string;
  /** `checkOfPiece`; not there in records of before. */
  readonly check?: number;
}

export const pieceId = (key: string, id: string): string => `${key}|${id}`;

export interface SumRecord {
  readonly _id: string;
  /** Zero: the cell is gone. The record stays, so that a late write of an older commit still meets its guard. */
  readonly amount: number;
  readonly commit: number;
}

export interface ParkedRecord {
  readonly _id: string;
  readonly partition: number;
  readonly commit: number;
  /** Null: let go. The record stays for the same reason as a sum of zero. */
  readonly parked: { readonly revision: number; readonly eventType: string; readonly reason: string; readonly parkedAt: number } | null;
}
