import type { Binary, Collection, Db, MongoClient } from 'mongodb';
import type { Checkpoint, View, ViewTraits } from '../read-store.js';

/**
 * The content of the database. Every query is by `_id` or a range of `_id`, so `_id` is the only index of every collection; another one would be
 * listed here, beside its collection.
 *
 * - `store`: one record, the layout and the number of partitions
 * - `views`: one record a projection: its builds, and which of them is live
 * - `partitions`: one record a partition: its writer, its last commit, its checkpoints; one more, behind the last, for all undivided views
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
    /** Creates another client of the same server; without it the given client stays. */
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
   * Replaces a client that finds no server. The driver's monitor (7.9) can wait for ever for an answer on a connection that
   * closed at the moment it wrote to it, as all do when a server is killed; it never looks again then.
   */
  replace(client: MongoClient): void {
    if (client !== this.#client || !this.reconnect || this.#closed) return;
    this.#client = this.reconnect();
    // Errors of an abandoned client's shutdown concern nobody.
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

  /** Sums of all partitions: `_id` is `<partition>|<cell>`. */
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
  /** Counts the changes of this record: a replacement succeeds only if its writer has seen the latest change. */
  readonly change: number;
  readonly lastBuild: number;
  readonly live: number | null;
  /** `logId`: absent in records from before logs had ids. */
  readonly builds: ReadonlyArray<ViewTraits & { readonly version: number; readonly build: number; readonly logId?: string | null }>;
  /** The views that were taken from readers and kept, the latest last. */
  readonly aside?: ReadonlyArray<ViewsRecord['builds'][number] & { readonly reason: string; readonly at: string }>;
  /** The views that the live one has replaced, kept for a while for processes that still read or write them. */
  readonly retired?: ViewsRecord['builds'];
}

export interface PartitionRecord {
  readonly _id: number;
  /** Counts the writers that this partition has had. */
  readonly epoch: number;
  /** The last decided commit, and the last one carried out: one less, or the same. */
  readonly commit: number;
  readonly applied: number;
  /** The content of the commit in progress: inline, or in that many pieces, written in that epoch. */
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
   * The text as it was given: equal bytes stay equal, money stays whole, and a scan parses
   * thousands at once with `JSON.parse`, which is faster than BSON into objects. A parsed
   * copy would double the store and serve none of our queries.
   */
  readonly body: string;
  /** `checkOf`; absent in records from before checks. */
  readonly check?: number;
  /** For a divided document, whose frame is `body`: ids of its pieces, in order. */
  readonly pieces?: readonly string[];
}

/** Written before the document that names it, never changed, and removed after the document no longer names it. */
export interface PieceRecord {
  /** `<customer>|<id>` */
  readonly _id: string;
  readonly partition: number;
  readonly revision: number;
  readonly text: string;
  /** `checkOfPiece`; absent in records from before checks. */
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
  /** Null: released. The record stays for the same reason as a sum of zero. */
  readonly parked: { readonly revision: number; readonly eventType: string; readonly reason: string; readonly parkedAt: number } | null;
}
