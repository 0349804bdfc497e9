import { placeOf, type RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, ReadStore, View } from '@tenure/read-store';
import { type EventsByCustomer, groupByCustomer } from './events-by-customer.js';
import { type Gap, LiveView, type Verification } from './live-view.js';
import { ParkedDecisions } from './parked-decisions.js';
import type { Projection } from './projection.js';
import type { PartitionLog } from './sharing-pages.js';
import { ViewCommits } from './view-commits.js';

/** For a feed that counts in offsets. */
export type FeedPlace = Pick<Checkpoint, 'offset' | 'publication'>;

export interface PartitionProjectorOptions {
  readonly now?: () => number;
  /** Told of every gap in what the feed has brought, once for each view, when it is filled. */
  readonly onGap?: (gap: Gap) => void;
}

/**
 * Keeps the views of one partition of the customers. A feed brings events (`apply`) and how far it has come (`claim`);
 * views that are being built are taken over the log (`build`) until they stand where the feed stands, and follow it from
 * then on. Which views there are is decided elsewhere, for all partitions together: `refresh` takes note of it. One
 * call at a time.
 */
export class PartitionProjector {
  /** Moved by the feed. */
  #following: LiveView[] = [];
  /** Not yet where the feed is. */
  #building: LiveView[] = [];
  /** Everything up to here has come through the feed. */
  #fed: string | null = null;
  readonly #decisions: ParkedDecisions;
  readonly #commits: ViewCommits;

  private constructor(
    private readonly projections: readonly Projection[],
    private readonly owns: (customerId: string) => boolean,
    private readonly log: PartitionLog,
    private readonly store: ReadStore,
    private readonly options: PartitionProjectorOptions,
  ) {
    this.#decisions = new ParkedDecisions(log);
    this.#commits = new ViewCommits(store, options.now ?? Date.now);
  }

  /** `store` writes this partition, and `owns` tells whose customers lie in it. */
  static async open(
    projections: readonly Projection[],
    owns: (customerId: string) => boolean,
    log: PartitionLog,
    store: ReadStore,
    options: PartitionProjectorOptions = {},
  ): Promise<PartitionProjector> {
    const projector = new PartitionProjector(projections, owns, log, store, options);
    for (const { projection, view } of await projector.#wanted()) {
      const opened = await projector.#open(projection, view);
      (view.live ? projector.#following : projector.#building).push(opened);
    }
    return projector;
  }

  /** Where the slowest view that the feed moves stands; null when one has nothing yet. */
  get checkpoint(): Checkpoint | null {
    let least: Checkpoint | null = null;
    for (const { checkpoint } of this.#following) {
      if (checkpoint === null) return null;
      if (least === null || checkpoint.position < least.position) least = checkpoint;
    }
    return least;
  }

  /** From which offset of a publication the feed has to bring events; 0, its beginning, when a view does not know or has an offset of another. */
  offsetIn(publication: string | null): number {
    const known = (checkpoint: Checkpoint | null) => publication !== null && checkpoint?.publication === publication;
    const offsets = this.#following.map(({ checkpoint }) => (known(checkpoint) ? (checkpoint?.offset ?? 0) : 0));
    return offsets.length === 0 ? 0 : Math.min(...offsets);
  }

  get parked(): number {
    return [...this.#following, ...this.#building].reduce((sum, view) => sum + view.parkedCount, 0);
  }

  get building(): boolean {
    return this.#building.length > 0;
  }

  /**
   * Events of this partition from the feed: repeated, out of order and with holes as they may come. `place`: where the
   * feed goes on behind them.
   */
  async apply(events: readonly RecordedEvent[], place: FeedPlace = {}): Promise<void> {
    const last = latest(events);
    if (!last) return;
    await this.#applyTo(this.#following, this.#ofThisPartition(events), { ...placeOf(last), ...place }, { verify: false });
    this.#fedTo(last.position);
  }

  /** The feed has brought everything of this partition up to a position, though the last event of it may lie before. */
  async claim(checkpoint: Checkpoint): Promise<void> {
    const behind = this.#following.filter((view) => view.checkpoint === null || view.checkpoint.position < checkpoint.position);
    if (behind.length > 0) await this.#applyTo(behind, new Map(), checkpoint, { verify: false });
    this.#fedTo(checkpoint.position);
  }

  /**
   * Where `build` goes on, as text that sorts, '' at the beginning of the log. Null when that is with a view that readers
   * see, or with none: nobody waits with what readers wait for.
   */
  get aside(): string | null {
    const slowest = this.#slowest;
    return slowest && !slowest.view.live ? place(slowest) : null;
  }

  /** Takes the views that are being built, or that stand behind what the feed still has, one batch further. False when there is none. */
  async build(batchSize: number): Promise<boolean> {
    const slowest = this.#slowest;
    if (!slowest) return false;
    const from = place(slowest);
    const events = await this.log.readAll({ after: from === '' ? null : from, limit: batchSize });
    const last = latest(events);
    const level = this.#building.filter((view) => place(view) === from);
    if (last) await this.#applyTo(level, this.#ofThisPartition(events), placeOf(last), { verify: true });
    this.#arrived(events.length < batchSize ? level : []);
    return true;
  }

  /** The feed has lost events before what it brings next: the views go on over the log until they are past them. */
  goOnFromLog(): void {
    this.#fed = null;
    this.#building.push(...this.#following.splice(0));
  }

  /** The feed begins another publication: what it has brought so far tells nothing of where that one stands. */
  feedBeginsAnew(): void {
    this.#fed = null;
  }

  /**
   * Takes note of views that have been made, switched or dropped, and of what has been decided about parked customers. True when there are
   * new ones: before the feed brings them anything, make sure that it brings what they are of.
   */
  async refresh(): Promise<boolean> {
    const wanted = await this.#wanted();
    const known = new Map([...this.#following, ...this.#building].map((view) => [nameOf(view.view), view]));
    const still = new Map(wanted.map(({ view }) => [nameOf(view), view]));
    const keep = (view: LiveView) => {
      const now = still.get(nameOf(view.view));
      if (now) view.lookedAt(now);
      return now !== undefined;
    };
    this.#following = this.#following.filter(keep);
    this.#building = this.#building.filter(keep);
    const made = wanted.filter(({ view }) => !known.has(nameOf(view)));
    for (const { projection, view } of made) this.#building.push(await this.#open(projection, view));
    for (const view of [...this.#following, ...this.#building]) {
      await view.settle();
      await this.#decisions.forEach(view, async (key) => {
        await view.reloadDiscards();
        await this.#commits.retry(view, key);
      });
    }
    return made.length > 0;
  }

  /** Views that this code can go on with: of the version that it folds. */
  async #wanted(): Promise<Array<{ projection: Projection; view: View }>> {
    const views = await this.store.views();
    return this.projections.flatMap((projection) =>
      views.filter(({ projection: name, version }) => name === projection.name && version === projection.version).map((view) => ({ projection, view })),
    );
  }

  /** Until the feed has brought something, who stands at the end of the log stands where it is. */
  #arrived(atEnd: readonly LiveView[]): void {
    const there = (view: LiveView) => (this.#fed === null ? atEnd.includes(view) : place(view) >= this.#fed);
    this.#following.push(...this.#building.filter(there));
    this.#building = this.#building.filter((view) => !there(view));
  }

  get #slowest(): LiveView | undefined {
    return [...this.#building].sort((a, b) => compare(place(a), place(b)))[0];
  }

  #ofThisPartition(events: readonly RecordedEvent[]): EventsByCustomer {
    return groupByCustomer(events, this.owns);
  }

  async #applyTo(views: readonly LiveView[], events: EventsByCustomer, checkpoint: Checkpoint, verification: Verification): Promise<void> {
    if (views.length > 0) await this.#commits.apply(views, events, checkpoint, verification);
  }

  #fedTo(position: string): void {
    if (this.#fed === null || position > this.#fed) this.#fed = position;
  }

  #open(projection: Projection, view: View): Promise<LiveView> {
    const { now = Date.now, onGap } = this.options;
    return LiveView.open(projection, view, { log: this.log, store: this.store, now, onGap });
  }
}

const nameOf = ({ projection, version, build }: View): string => `${projection}@${version}.${build}`;
const place = ({ checkpoint }: LiveView): string => checkpoint?.position ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function latest(events: readonly RecordedEvent[]): RecordedEvent | null {
  let last: RecordedEvent | null = null;
  for (const event of events) if (last === null || event.position > last.position) last = event;
  return last;
}
