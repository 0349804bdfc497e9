import type { Checkpoint, Parked, ReadSnapshot, StoredDocument, View } from '../read-store.js';
import { byCodePoint } from './code-point-order.js';
import { checkpointOf, type Database, type DocumentRecord, nameOf, type PartitionRecord } from './database.js';
import { ViewDropped } from './errors.js';
import { explained } from './explain.js';
import { wholeDocument } from './pieces.js';
import { readSums } from './read-sums.js';
import type { ViewRecords } from './view-records.js';

/** How many documents a scan reads and parses at a time. */
const SCAN_CHUNK = 5_000;

export type Standing = Pick<PartitionRecord, '_id' | 'checkpoints'>;

/** Which documents a reader sees: all, or those of one partition. */
export type Scope = Pick<DocumentRecord, 'partition'> | Record<string, never>;

/** The checkpoints of these partitions as they are now. */
export function standingsOf(database: Database, partitions: readonly number[]): Promise<Standing[]> {
  return database.partitions.find({ _id: { $in: [...partitions] } }, { projection: { checkpoints: 1 } }).toArray();
}

export interface SnapshotParts {
  readonly database: Database;
  readonly records: ViewRecords;
  /** The partitions of divided views. */
  readonly partitions: readonly number[];
  /** The partition of undivided views. */
  readonly undivided: number;
  readonly scope: Scope;
  /** Which views readers see. */
  readonly live: (projection: string) => Promise<View | null>;
  /** The partition of a customer; null when the caller does not know the layout. */
  readonly partitionOf: ((customerId: string) => number) | null;
}

/** A look at some partitions: everything read after their checkpoints is as new as they are, or newer. */
export class MongoSnapshot implements ReadSnapshot {
  constructor(
    private readonly parts: SnapshotParts,
    private readonly standings: readonly Standing[],
  ) {}

  view(projection: string): Promise<View | null> {
    return explained(this.parts.database, () => this.parts.live(projection));
  }

  /** The lowest of the partitions' checkpoints; null while any of them has none. */
  async checkpoint(view: View, about?: string): Promise<Checkpoint | null> {
    const name = nameOf(view);
    const { partitionOf } = this.parts;
    const asked = about !== undefined && partitionOf !== null && !view.undivided ? [partitionOf(about)] : this.#partitionsOf(view);
    let least: Checkpoint | null = null;
    for (const partition of asked) {
      const standing = this.standings.find(({ _id }) => _id === partition);
      const found = standing?.checkpoints.find((each) => each.view === name);
      if (!found) return null;
      if (!least || found.position < least.position) least = checkpointOf(found);
    }
    return least;
  }

  get(view: View, key: string): Promise<StoredDocument | null> {
    return explained(this.parts.database, async () => {
      const found = await this.parts.database.documents(nameOf(view)).findOne({ _id: key, ...this.parts.scope });
      return found && this.parts.records.replacingDamaged(view, () => wholeDocument(this.parts.database, nameOf(view), found));
    });
  }

  page(view: View, { after, limit }: { after: string | null; limit: number }): Promise<StoredDocument[]> {
    return explained(this.parts.database, async () => {
      const from = after === null ? {} : { _id: { $gt: after } };
      const found = this.parts.database
        .documents(nameOf(view))
        .find({ ...from, ...this.parts.scope }, { projection: { partition: 0 }, sort: { _id: 1 }, limit, batchSize: limit });
      const records = (await found.toArray()) as DocumentRecord[];
      const documents = await this.parts.records.replacingDamaged(view, () =>
        Promise.all(records.map((record) => wholeDocument(this.parts.database, nameOf(view), record))),
      );
      return documents.filter((document) => document !== null);
    });
  }

  /** Page by page, so that no cursor waits at the server for a slow reader; the next page is on its way while one is looked at. */
  // biome-ignore lint/suspicious/noExplicitAny: as the port says
  async *scan(view: View): AsyncIterable<Array<[key: string, document: any]>> {
    let coming = this.#chunk(view, null);
    for (;;) {
      const chunk = await coming;
      const last = chunk.length < SCAN_CHUNK;
      // For a view that was dropped meanwhile, the scan ends early or is empty: that is not the whole view.
      if (last && !(await explained(this.parts.database, () => this.parts.records.isThere(view)))) throw new ViewDropped(nameOf(view));
      if (chunk.length === 0) return;
      if (!last) {
        coming = this.#chunk(view, chunk[chunk.length - 1]!.key);
        // Awaited above, unless the reader leaves earlier.
        coming.catch(() => undefined);
      }
      const parsed = JSON.parse(`[${chunk.map(({ body }) => body).join(',')}]`);
      yield chunk.map(({ key }, i) => [key, parsed[i]]);
      if (last) return;
    }
  }

  count(view: View): Promise<number> {
    return explained(this.parts.database, () => this.parts.database.documents(nameOf(view)).countDocuments(this.parts.scope));
  }

  sums(view: View, prefix: string): Promise<Array<[cell: string, amount: number]>> {
    return explained(this.parts.database, async () => {
      const total = new Map<string, number>();
      const parts = await Promise.all(this.#partitionsOf(view).map((partition) => readSums(this.parts.database, nameOf(view), partition, prefix)));
      for (const [cell, amount] of parts.flat()) total.set(cell, (total.get(cell) ?? 0) + amount);
      return [...total].filter(([, amount]) => amount !== 0).sort(([a], [b]) => byCodePoint(a, b));
    });
  }

  parked(view: View): Promise<Parked[]> {
    return explained(this.parts.database, async () => {
      const records = await this.parts.database
        .parked(nameOf(view))
        .find({ parked: { $ne: null }, ...this.parts.scope }, { sort: { _id: 1 } })
        .toArray();
      return records.map(({ _id: key, parked }) => ({ key, ...parked! }));
    });
  }

  /** Holds nothing. */
  close(): void {}

  #partitionsOf({ undivided }: View): readonly number[] {
    return undivided ? [this.parts.undivided] : this.parts.partitions;
  }

  #chunk(view: View, after: string | null): Promise<StoredDocument[]> {
    return this.page(view, { after, limit: SCAN_CHUNK });
  }
}
