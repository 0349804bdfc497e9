import type { MongoClient } from 'mongodb';
import type { Checkpoint, PartitionedReadStore, ReadSnapshot, View, ViewSetAside, ViewTraits } from '../read-store.js';
import { connect } from './connect.js';
import { checkpointOf, Database, nameOf } from './database.js';
import { explained } from './explain.js';
import { Gathering } from './gathering.js';
import { LiveViews } from './live-views.js';
import { MongoPartition } from './partition.js';
import { SharedRequests } from './shared-requests.js';
import { MongoSnapshot, type Standing, standingsOf } from './snapshot.js';
import { checkStore } from './store-record.js';
import { ViewRecords } from './view-records.js';

export interface MongoReadStoreOptions {
  /** The setting MONGODB_URL. */
  readonly url: string;
  readonly database?: string;
  /** Into how many parts the customers are divided, each with one writer: the number of partitions of the topic. Fixed for a database. */
  readonly partitions: number;
  /** Most operations in one bulk. FerretDB hangs on a bulk larger than its connections to PostgreSQL: 50 at most there, and one bulk at a time. */
  readonly bulkSize?: number;
  /** Most bulks in flight at a time, over all partitions that this process writes. */
  readonly bulksAtOnce?: number;
  /** How long an operation looks for a server before it fails. */
  readonly patienceMs?: number;
  /** The partition of a customer: a look at one customer then need not wait for other customers' partitions. */
  readonly partitionOf?: (customerId: string) => number;
}

export type StoreLayout = Omit<MongoReadStoreOptions, 'url' | 'patienceMs'>;

/**
 * Read models on MongoDB, in partitions. This is the reader over all of them; `partition` gives the writer of one.
 * README.md says what a reader may see, and why a commit is safe without transactions.
 */
export class MongoReadStore implements PartitionedReadStore {
  readonly #records: ViewRecords;
  readonly #requests: SharedRequests;
  readonly #live: LiveViews;
  readonly #numbers: readonly number[];
  /** The number behind the customers' partitions: it holds all undivided views. */
  readonly #undivided: number;
  /** One request answers all concurrent looks. */
  readonly #looks: Gathering<null, readonly Standing[]>;

  private constructor(
    private readonly database: Database,
    readonly partitions: number,
    bulkSize: number,
    bulksAtOnce: number,
    private readonly partitionOf: ((customerId: string) => number) | null,
  ) {
    this.#records = new ViewRecords(database);
    this.#requests = new SharedRequests(database, bulkSize, bulksAtOnce);
    this.#live = new LiveViews(this.#records);
    this.#numbers = Array.from({ length: partitions }, (_, n) => n);
    this.#undivided = partitions;
    this.#looks = new Gathering(Number.POSITIVE_INFINITY, async (all) => {
      const standings = await standingsOf(database, [...this.#numbers, this.#undivided]);
      return all.map(() => standings);
    });
  }

  /** Throws `MongoDbRefused` when the server or the database cannot be used as it is, `MongoDbUnavailable` when it does not answer. */
  static open({ url, patienceMs = 5_000, ...layout }: MongoReadStoreOptions): Promise<MongoReadStore> {
    const client = () => connect({ url, patienceMs });
    return MongoReadStore.#open(client(), layout, client);
  }

  /** As `open`, through a client that from here on belongs to the store, which closes it. */
  static on(client: MongoClient, layout: StoreLayout): Promise<MongoReadStore> {
    return MongoReadStore.#open(client, layout);
  }

  static async #open(
    client: MongoClient,
    { database = 'tenure', partitions, bulkSize = 1_000, bulksAtOnce = 4, partitionOf }: StoreLayout,
    reconnect?: () => MongoClient,
  ): Promise<MongoReadStore> {
    const opened = new Database(client, database, reconnect);
    try {
      await explained(opened, () => checkStore(opened, partitions));
      return new MongoReadStore(opened, partitions, bulkSize, bulksAtOnce, partitionOf ?? null);
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  /** Makes this process the writer of a partition; the writer before it is `Fenced`. */
  async partition(number: number): Promise<MongoPartition> {
    if (!this.#numbers.includes(number)) throw new RangeError(`There are partitions 0 to ${this.partitions - 1}, not ${number}.`);
    return this.#writerOf(number);
  }

  /** As `partition`, for the undivided views. */
  undivided(): Promise<MongoPartition> {
    return this.#writerOf(this.#undivided);
  }

  snapshot(): Promise<ReadSnapshot> {
    const { database, partitionOf } = this;
    const live = (projection: string) => this.#live.of(projection);
    const parts = { database, records: this.#records, partitions: this.#numbers, undivided: this.#undivided, scope: {}, live, partitionOf };
    return explained(database, async () => new MongoSnapshot(parts, await this.#looks.ask(null)));
  }

  /** The checkpoint of each partition of a view, or the one of an undivided view: they show whether a build may take over. */
  checkpoints(view: View): Promise<Array<Checkpoint | null>> {
    return explained(this.database, async () => {
      const records = await this.database.partitions.find({}, { projection: { checkpoints: 1 } }).toArray();
      return (view.undivided ? [this.#undivided] : this.#numbers).map((number) => {
        const found = records.find(({ _id }) => _id === number)?.checkpoints.find((each) => each.view === nameOf(view));
        return found ? checkpointOf(found) : null;
      });
    });
  }

  views(): Promise<View[]> {
    return explained(this.database, () => this.#records.all());
  }

  createView(projection: string, version: number, logId: string | null = null, traits: ViewTraits = {}): Promise<View> {
    return this.#changeViews(() => this.#records.create(projection, version, logId, traits));
  }

  makeLive(view: View): Promise<View> {
    return this.#changeViews(() => this.#records.makeLive(view));
  }

  dropView(view: View): Promise<void> {
    return this.#changeViews(() => this.#records.drop(view));
  }

  setAside(view: View, reason: string, next: Pick<View, 'version' | 'logId'> | null): Promise<boolean> {
    return this.#changeViews(() => this.#records.setAside(view, reason, next));
  }

  setAsides(): Promise<ViewSetAside[]> {
    return explained(this.database, () => this.#records.setAsides());
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  #writerOf(number: number): Promise<MongoPartition> {
    return explained(this.database, () => MongoPartition.open(number, this.database, this.#records, this.#requests));
  }

  /** A process sees its own change at once. */
  #changeViews<T>(change: () => Promise<T>): Promise<T> {
    return explained(this.database, change).finally(() => this.#live.forget());
  }
}
