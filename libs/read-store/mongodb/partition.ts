import { Fenced, WritesLost } from '../errors.js';
import type { KeptDocument, ReadSnapshot, ReadStore, View, ViewChanges } from '../read-store.js';
import { type Database, nameOf, type ViewCheckpoint } from './database.js';
import { explained } from './explain.js';
import { carryOut, encodeIntent, type Intent, onlyMoves } from './intent.js';
import { INLINE_BYTES } from './intent-pieces.js';
import { PartitionOwner } from './partition-record.js';
import { PartitionSums } from './partition-sums.js';
import { checkpointsAfter, planCommit } from './plan-commit.js';
import { recover } from './recover.js';
import type { SharedRequests } from './shared-requests.js';
import { MongoSnapshot, standingsOf } from './snapshot.js';
import type { ViewRecords } from './view-records.js';

interface Attempt {
  readonly changes: ReadonlyMap<View, ViewChanges>;
  readonly intent: Intent;
  readonly bytes: Buffer;
}

/**
 * The writer of one partition, and a reader of that partition alone. A commit is first decided, whole, in one write to
 * the partition's record, then carried out, then finished; README.md says why that is safe without transactions.
 */
export class MongoPartition implements ReadStore {
  readonly #sums: PartitionSums;
  readonly #settled = new WeakSet<ReadonlyMap<View, ViewChanges>>();
  #turn: Promise<unknown> = Promise.resolve();
  /** A commit that ended in an error: it may have been decided, so it is carried out before anything else happens. */
  #unsettled: Attempt | null = null;
  #over: Fenced | WritesLost | null = null;

  private constructor(
    private readonly owner: PartitionOwner,
    private commits: number,
    private checkpoints: readonly ViewCheckpoint[],
    private readonly database: Database,
    private readonly records: ViewRecords,
    private readonly requests: SharedRequests,
  ) {
    this.#sums = new PartitionSums(owner.partition, database);
  }

  /** Takes the partition over, and carries out what its last writer had decided. */
  static async open(partition: number, database: Database, records: ViewRecords, requests: SharedRequests): Promise<MongoPartition> {
    const { epoch, commit, checkpoints } = await recover(partition, database, records, requests);
    return new MongoPartition(new PartitionOwner(partition, epoch, database, requests), commit, checkpoints, database, records, requests);
  }

  get partition(): number {
    return this.owner.partition;
  }

  /** Views may be loaded concurrently. */
  async load(view: View, keys: readonly string[]): Promise<Map<string, KeptDocument>> {
    await this.#next(async () => undefined);
    const loaded = await explained(this.database, () => this.records.replacingDamaged(view, () => this.requests.load(nameOf(view), keys)));
    return new Map(loaded.flatMap((each) => (each ? [[each.key, each]] : [])));
  }

  /**
   * Atomic over all the views given. Throws `Fenced` and `WritesLost`, after which this writer is finished. After any other
   * error the outcome is open: the next call settles it first, and the same map given again has no second effect.
   */
  commit(changes: ReadonlyMap<View, ViewChanges>): Promise<void> {
    return this.#next(async () => {
      if (this.#settled.has(changes)) return;
      const intent = await planCommit(this.commits + 1, changes, this.#sums);
      await this.#attempt({ changes, intent, bytes: encodeIntent(intent) });
    });
  }

  /** Shows a decided commit as carried out. */
  snapshot(): Promise<ReadSnapshot> {
    const { database, records, partition } = this;
    const live = (projection: string) => records.live(projection);
    return this.#next(async () => {
      const standings = await standingsOf(database, [partition]);
      return new MongoSnapshot({ database, records, partitions: [partition], undivided: partition, scope: { partition }, live, partitionOf: null }, standings);
    });
  }

  views(): Promise<View[]> {
    return explained(this.database, () => this.records.all());
  }

  createView(projection: string, version: number, logId: string | null = null): Promise<View> {
    return explained(this.database, () => this.records.create(projection, version, logId));
  }

  makeLive(view: View): Promise<View> {
    return explained(this.database, () => this.records.makeLive(view));
  }

  dropView(view: View): Promise<void> {
    this.#sums.forget(view);
    this.requests.forget(nameOf(view));
    return explained(this.database, () => this.records.drop(view));
  }

  /** Waits for the work in progress. The partition stays this writer's until another takes it over. */
  async close(): Promise<void> {
    await this.#turn;
  }

  /** One thing at a time, and an unsettled commit before everything else. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(() =>
      explained(this.database, async () => {
        if (this.#over) throw this.#over;
        await this.#settle();
        return work();
      }),
    );
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #settle(): Promise<void> {
    const attempt = this.#unsettled;
    if (!attempt) return;
    await this.#attempt(attempt);
    this.#settled.add(attempt.changes);
  }

  async #attempt(attempt: Attempt): Promise<void> {
    this.#unsettled = attempt;
    try {
      await this.#write(attempt);
    } catch (error) {
      if (error instanceof Fenced || error instanceof WritesLost) this.#over = error;
      throw error;
    }
    this.#unsettled = null;
  }

  async #write({ intent, bytes }: Attempt): Promise<void> {
    const { commit } = intent;
    const checkpoints = checkpointsAfter(this.checkpoints, intent);
    if (onlyMoves(intent)) await this.owner.move(commit, checkpoints);
    else {
      await this.owner.decide(commit, bytes);
      await carryOut(intent, this.partition, this.requests);
      await this.owner.finish(commit, checkpoints, bytes.length > INLINE_BYTES);
    }
    for (const { view, sums } of intent.views) this.#sums.keep(view, sums);
    this.checkpoints = checkpoints;
    this.commits = commit;
  }
}
