import type { KeptDocument } from '../read-store.js';
import type { Database, DocumentRecord, ParkedRecord, PartitionRecord, PieceRecord, SumRecord } from './database.js';
import { Gate } from './gate.js';
import { Gathering } from './gathering.js';
import { type Guarded, type Marked, writeNewer } from './guarded-writes.js';
import { inOrder, piecesOf } from './pieces.js';
import { requireSound } from './soundness.js';

/** The kinds of records of a view, and the mark that tells a newer record from an older one. */
const MARKS = { documents: 'revision', pieces: 'revision', sums: 'commit', parked: 'commit' } as const;

interface Records {
  readonly documents: DocumentRecord;
  readonly pieces: PieceRecord;
  readonly sums: SumRecord;
  readonly parked: ParkedRecord;
}

/** An update of a partition's record that takes effect only where its guard holds. */
export interface GuardedUpdate {
  readonly guard: Pick<PartitionRecord, '_id' | 'epoch' | 'commit'>;
  readonly update: object;
}

/**
 * The requests of all partitions that this process writes. The partitions do the same things at
 * the same time, and what they ask of one collection goes in one request: a server's load
 * depends on the number of requests rather than on their size.
 */
export class SharedRequests {
  readonly #gate: Gate;
  readonly #loads = new Map<string, Gathering<string, KeptDocument | null>>();
  readonly #writes = new Map<string, Gathering<Marked, void>>();
  readonly #updates: Gathering<GuardedUpdate, boolean>;

  constructor(
    private readonly database: Database,
    /** Most operations in one request. */
    private readonly bulkSize: number,
    /** Most bulks in flight at a time. */
    bulksAtOnce: number,
  ) {
    this.#gate = new Gate(bulksAtOnce);
    this.#updates = new Gathering(bulkSize, (updates) => this.#gate.pass(() => this.#update(updates)));
  }

  /** Documents of a view; null where there is none. @throws DocumentDamaged */
  async load(view: string, keys: readonly string[]): Promise<Array<KeptDocument | null>> {
    const gathering = keptIn(this.#loads, view, () => new Gathering(this.bulkSize, (wanted) => this.#find(view, wanted)));
    return gathering.askAll(keys);
  }

  /** Writes each record where the stored one is older by its mark. Rejects with a failure once no write is in flight any more. */
  async write<Kind extends keyof Records>(view: string, kind: Kind, records: readonly Records[Kind][]): Promise<void> {
    if (records.length === 0) return;
    const bulk = async (together: Marked[]) => {
      await this.#gate.pass(() => writeNewer(this.database[kind](view) as unknown as Guarded, MARKS[kind], together));
      return together.map(() => undefined);
    };
    const gathering = keptIn(this.#writes, `${view}.${kind}`, () => new Gathering(this.bulkSize, bulk));
    await gathering.askAll(records);
  }

  /** True: the guard held. False is not certain: another update's guard in the same request may be the one that failed. */
  update(update: GuardedUpdate): Promise<boolean> {
    return this.#updates.ask(update);
  }

  async removePieces(view: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#gate.pass(() => this.database.pieces(view).deleteMany({ _id: { $in: [...ids] } }));
  }

  /** A dropped view needs no state any more. */
  forget(view: string): void {
    this.#loads.delete(view);
    for (const kind of Object.keys(MARKS)) this.#writes.delete(`${view}.${kind}`);
  }

  async #find(view: string, keys: string[]): Promise<Array<KeptDocument | null>> {
    const found = new Map<string, KeptDocument>();
    const records = await this.database
      .documents(view)
      .find({ _id: { $in: keys } }, { projection: { partition: 0 } })
      .toArray();
    for (const record of records) {
      requireSound(record as DocumentRecord);
      const { _id: key, revision, body, pieces: ids } = record;
      // No other process writes them: the pieces that the document names are there.
      const pieces = ids && { pieces: inOrder(key, ids, await piecesOf(this.database, view, key, ids)) };
      found.set(key, { key, revision, body, ...pieces });
    }
    return keys.map((key) => found.get(key) ?? null);
  }

  async #update(updates: GuardedUpdate[]): Promise<boolean[]> {
    const operations = updates.map(({ guard, update }) => ({ updateOne: { filter: guard, update } }));
    const { matchedCount } = await this.database.partitions.bulkWrite(operations, { ordered: false });
    return updates.map(() => matchedCount === updates.length);
  }
}

function keptIn<Value>(map: Map<string, Value>, name: string, make: () => Value): Value {
  const kept = map.get(name) ?? make();
  map.set(name, kept);
  return kept;
}
