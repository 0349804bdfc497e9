import type { Division, Piece } from './pieces.js';

/**
 * Where read models live. A view is one version of one projection: its documents (one per customer), its sums, its
 * checkpoint. Every adapter passes `contract/read-store.contract.ts`.
 */
export interface StoredDocument {
  readonly key: string;
  /** Revision of the last event of the customer's stream that the document holds. */
  readonly revision: number;
  /** JSON text: compact, and the same bytes for the same facts. */
  readonly body: string;
}

/** A document as its writer stores it. A divided one has its frame as `body`, and its pieces, in the order of the marks in it. */
export interface KeptDocument extends StoredDocument {
  readonly pieces?: readonly Piece[];
}

/** A document to write. For a divided document `body` is the frame, and only changed pieces are written. */
export interface DocumentChange extends StoredDocument {
  readonly division?: Division;
}

/** A cell and what to add to it. Cells are integers; a cell at zero does not exist. */
export type CellAmount = readonly [cell: string, amount: number];

export interface Checkpoint {
  readonly position: string;
  readonly recordedAt: number;
  /** Id of the event at `position`; absent in checkpoints stored before it was kept. */
  readonly eventId?: string;
  /** Where the feed resumes, for a feed that counts in offsets of its own. */
  readonly offset?: number;
  /** The publication of the feed that the offset belongs to: in another one it would mean another place. */
  readonly publication?: string;
}

/** A customer whose event made a fold throw: it waits, and its later events wait behind it. */
export interface Parked {
  readonly key: string;
  /** First revision that has not been applied. */
  readonly revision: number;
  readonly eventType: string;
  readonly reason: string;
  readonly parkedAt: number;
}

export interface ViewChanges {
  readonly documents: readonly DocumentChange[];
  readonly sums: readonly CellAmount[];
  readonly park?: readonly Parked[];
  readonly unpark?: readonly string[];
  readonly checkpoint?: Checkpoint;
}

export interface View {
  /** Name of the projection, version of its code, and the number of this build, e.g. `retention`, 1, 3. */
  readonly projection: string;
  readonly version: number;
  readonly build: number;
  readonly live: boolean;
  /** Id of the log that it is built from; null where that log had none. */
  readonly logId: string | null;
  /** The build of the customers' cursor that the view was made beside; absent without a cursor, and in views from before this was recorded. */
  readonly cursor?: number;
  /** One writer writes all of the view: it is not about customers, whom partitions divide. Absent where the view is divided, or the store is not. */
  readonly undivided?: true;
}

/** What a view of a partitioned store is created with. */
export type ViewTraits = Pick<View, 'cursor' | 'undivided'>;

/** A view that was taken from readers and writers, and kept. */
export interface ViewSetAside extends Pick<View, 'projection' | 'version' | 'build'> {
  readonly reason: string;
  /** RFC 3339. */
  readonly at: string;
  /** The name under which it is kept. */
  readonly keptAs: string;
}

/** A consistent look at the store: all reads through it see one moment. Close it soon: it holds that moment. */
export interface ReadSnapshot {
  /** The live view of a projection, or null while it has never been built. */
  view(projection: string): Promise<View | null>;
  /**
   * The view's checkpoint. In a partitioned store: that of the partition of the customer
   * `about`, else that of the partition furthest behind.
   */
  checkpoint(view: View, about?: string): Promise<Checkpoint | null>;
  get(view: View, key: string): Promise<StoredDocument | null>;
  /** Documents with key > `after`, in ascending order of key. */
  page(view: View, options: { after: string | null; limit: number }): Promise<StoredDocument[]>;
  /** Every document, parsed, as `[key, document]`, in chunks, in ascending order of key. Made for scans of a million. */
  // biome-ignore lint/suspicious/noExplicitAny: a document's shape belongs to its projection
  scan(view: View): AsyncIterable<Array<[key: string, document: any]>>;
  count(view: View): Promise<number>;
  /** Sums whose cell begins with `prefix`, in ascending order of cell. */
  sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>>;
  parked(view: View): Promise<Parked[]>;
  close(): void;
}

export interface ReadStore {
  /** The documents as last committed, for the writer that is about to change them. */
  load(view: View, keys: readonly string[]): Promise<Map<string, KeptDocument>>;
  snapshot(): Promise<ReadSnapshot>;
  /** Documents, sums, parking and checkpoint in one atomic write per view; all the views given in one write. */
  commit(changes: ReadonlyMap<View, ViewChanges>): Promise<void>;
  views(): Promise<View[]>;
  /** Makes room for a new build of a projection; readers do not see it until `makeLive`. */
  createView(projection: string, version: number, logId?: string | null): Promise<View>;
  /** Atomic switch: readers see the old view before, this one after. The old view of the projection is dropped. */
  makeLive(view: View): Promise<View>;
  dropView(view: View): Promise<void>;
  close(): Promise<void>;
}

/**
 * A store whose customers are divided between several writers, as the feed's partitions are. It
 * reads as one store: sums are added up, and a checkpoint is the lowest of its partitions'. Views
 * that are not about customers are undivided: they have one writer.
 */
export interface PartitionedReadStore extends Omit<ReadStore, 'load' | 'commit'> {
  readonly partitions: number;
  /** Makes the caller the only writer of a partition; the previous writer is refused from now on. */
  partition(number: number): Promise<ReadStore>;
  /** As `partition`, for the undivided views. */
  undivided(): Promise<ReadStore>;
  /**
   * Takes a view from readers and writers and keeps it, and makes room for the view that replaces it, in one write. False when that has
   * been done already. The latest three of a projection are kept.
   */
  setAside(view: View, reason: string, next: Pick<View, 'version' | 'logId'> | null): Promise<boolean>;
  /** The views that were set aside and are still kept, the latest first. */
  setAsides(): Promise<ViewSetAside[]>;
  /** A view built in place of one that was set aside has the same traits. */
  createView(projection: string, version: number, logId?: string | null, traits?: ViewTraits): Promise<View>;
  /** The checkpoint of each partition of a view; a single one for an undivided view. */
  checkpoints(view: View): Promise<ReadonlyArray<Checkpoint | null>>;
}
