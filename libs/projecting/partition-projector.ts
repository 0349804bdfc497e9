import { placeOf, type RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, ReadStore, View } from '@tenure/read-store';
import { customerCursor } from './customer-cursor.js';
import { type EventsByKey, groupByKey } from './events-by-key.js';
import { type Gap, inSequence } from './in-sequence.js';
import { LiveView } from './live-view.js';
import { ParkedDecisions } from './parked-decisions.js';
import { customerStreams } from './projected-kind.js';
import type { Projection } from './projection.js';
import type { PartitionLog } from './sharing-pages.js';
import { ViewCommits } from './view-commits.js';

/** For a feed that counts in offsets. */
export type FeedPlace = Pick<Checkpoint, 'offset' | 'publication'>;

export interface PartitionProjectorOptions {
  readonly now?: () => number;
  /** Called for every gap in what the feed has brought, when it is filled. */
  readonly onGap?: (gap: Gap) => void;
}

/**
 * Keeps the views of one partition of the customers. A feed brings events (`apply`) and how far it has come (`claim`). Views that are being
 * built read the log (`build`) until they have reached the feed's position, and follow the feed from then on. Which views exist is decided
 * elsewhere, for all partitions together: `refresh` takes note of it. One call at a time.
 *
 * Among the views is the customers' cursor, which reveals gaps in what the feed brings. So every view that follows
 * the feed must hold, of each customer, all that the cursor has counted. A view behind the cursor reads the log
 * until it has caught up, and no view follows the feed unless a cursor does.
 */
export class PartitionProjector {
  /** Views moved by the feed. */
  #following: LiveView[] = [];
  /** Views that have not reached the feed yet. */
  #building: LiveView[] = [];
  /** The feed has brought everything up to here. */
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
    this.#commits = new ViewCommits(customerStreams, store, log, options.now ?? Date.now);
  }

  /** `store` writes this partition, and `owns` tells which customers belong to it. */
  static async open(
    projections: readonly Projection[],
    owns: (customerId: string) => boolean,
    log: PartitionLog,
    store: ReadStore,
    options: PartitionProjectorOptions = {},
  ): Promise<PartitionProjector> {
    const projector = new PartitionProjector(projections, owns, log, store, options);
    const views = await Promise.all((await projector.#wanted()).map(({ projection, view }) => projector.#open(projection, view)));
    const cursor = views.find((view) => isCursor(view) && view.view.live);
    // A build that stands exactly at the cursor's position may have followed the feed with it: only the cursor knows what the feed had left out of it.
    const hasFollowed = (view: LiveView) => cursor !== undefined && place(view) !== '' && place(view) === place(cursor);
    for (const view of views) (view.view.live || hasFollowed(view) ? projector.#following : projector.#building).push(view);
    projector.#fallBack();
    return projector;
  }

  /** The cursor's checkpoint: no view that the feed moves stands behind it. Null when nothing has come, or no view follows. */
  get checkpoint(): Checkpoint | null {
    return this.#cursor?.checkpoint ?? null;
  }

  /**
   * The offset of a publication from which the feed has to bring events; 0, its beginning, when none is known. The
   * cursor decides. While the cursor is being built, the live views decide: whatever the feed had brought by then is
   * in the log, and all views read the log to its end before they follow.
   */
  offsetIn(publication: string | null): number {
    const told = this.#cursor ? [this.#cursor] : this.#building.filter(({ view }) => view.live);
    const offsets = told.flatMap(({ checkpoint }) => (checkpoint?.publication === publication ? [checkpoint?.offset ?? 0] : []));
    return publication === null ? 0 : Math.max(0, ...offsets);
  }

  get parked(): number {
    return [...this.#following, ...this.#building].reduce((sum, view) => sum + view.parkedCount, 0);
  }

  get building(): boolean {
    return this.#building.length > 0;
  }

  /**
   * Events of this partition from the feed, possibly repeated, out of order and with
   * holes. `place`: where the feed resumes behind them.
   */
  async apply(events: readonly RecordedEvent[], place: FeedPlace = {}): Promise<void> {
    const last = latest(events);
    if (!last) return;
    await this.#applyTo(this.#following, this.#ofThisPartition(events), { ...placeOf(last), ...place }, false);
    this.#fedTo(last.position);
  }

  /** The feed has brought everything of this partition up to a position, even if the last event of the partition lies before it. */
  async claim(checkpoint: Checkpoint): Promise<void> {
    const behind = this.#following.filter((view) => view.checkpoint === null || view.checkpoint.position < checkpoint.position);
    if (behind.length > 0) await this.#applyTo(behind, new Map(), checkpoint, false);
    this.#fedTo(checkpoint.position);
  }

  /**
   * The position from which `build` resumes, as sortable text, '' at the beginning of the log. Null when a live view is
   * the slowest, or nothing is being built: a view that readers wait for does not wait for other partitions.
   */
  get aside(): string | null {
    const slowest = this.#slowest;
    return slowest && !slowest.view.live ? place(slowest) : null;
  }

  /**
   * Moves views that are being built, or that are behind what the feed still has, one batch further: the ones furthest behind, and all live
   * ones, which would otherwise stand still until the others have caught up. False when there are none, or no cursor yet.
   */
  async build(batchSize: number): Promise<boolean> {
    const slowest = this.#slowest;
    if (!slowest || !(this.#cursor ?? this.#building.find(isCursor))) return false;
    const places = new Set([...this.#building.filter(({ view }) => view.live), slowest].map(place));
    for (const from of [...places].sort(compare).reverse()) await this.#buildFrom(from, batchSize);
    return true;
  }

  /** The feed has lost events before what it brings next: the views read the log until they are past the gap. */
  catchUpFromLog(): void {
    this.#fed = null;
    this.#building.push(...this.#following.splice(0));
  }

  /** The feed begins another publication: what it has brought so far says nothing about the position in that one. */
  feedBeginsAnew(): void {
    this.#fed = null;
  }

  /**
   * Takes note of views that were made, switched or dropped, and of decisions about parked customers. True when there are new views:
   * before the feed brings them anything, make sure that it brings the log that they belong to.
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
    this.#fallBack();
    for (const view of [...this.#following, ...this.#building]) {
      await view.settle();
      await this.#decisions.forEach(view, async (key) => {
        await view.reloadDiscards();
        await this.#commits.retry(view, key);
      });
    }
    return made.length > 0;
  }

  /** Views that this code can continue: those of the version that it folds. Of two cursors made at the same moment the first one counts. */
  async #wanted(): Promise<Array<{ projection: Projection; view: View }>> {
    const views = await this.store.views();
    const of = ({ name, version }: Pick<Projection, 'name' | 'version'>) => views.filter((view) => view.projection === name && view.version === version);
    return [
      ...of(customerCursor)
        .slice(0, 1)
        .map((view) => ({ projection: customerCursor as Projection, view })),
      ...this.projections.flatMap((projection) => of(projection).map((view) => ({ projection, view }))),
    ];
  }

  /** Defined once it follows the feed. */
  get #cursor(): LiveView | undefined {
    return this.#following.find(isCursor);
  }

  /**
   * Until the feed has brought something, a view at the end of the log has arrived. The same holds until the cursor follows, whatever the feed
   * brings: it may bring the beginning of the topic, and from there on all events would be folded in the topic's order instead of the log's.
   */
  #arrived(atEnd: ReadonlySet<LiveView>): void {
    const fed = this.#fed;
    const mustReachEnd = fed === null || this.#cursor === undefined;
    const there = (view: LiveView) => (!mustReachEnd || atEnd.has(view)) && place(view) >= (fed ?? '');
    this.#following.push(...this.#building.filter(there));
    this.#building = this.#building.filter((view) => !there(view));
    this.#fallBack();
  }

  /** A view behind the cursor reads the log until it has caught up; while the cursor does not follow, all views do. */
  #fallBack(): void {
    const cursor = this.#cursor;
    const isBehind = (view: LiveView) => cursor === undefined || place(view) < place(cursor);
    this.#building.push(...this.#following.filter(isBehind));
    this.#following = this.#following.filter((view) => !isBehind(view));
  }

  get #slowest(): LiveView | undefined {
    return [...this.#building].sort((a, b) => compare(place(a), place(b)))[0];
  }

  #ofThisPartition(events: readonly RecordedEvent[]): EventsByKey {
    return groupByKey(customerStreams, events, this.owns);
  }

  async #applyTo(views: readonly LiveView[], events: EventsByKey, checkpoint: Checkpoint, verify: boolean): Promise<void> {
    const cursor = views.find(isCursor) ?? null;
    const others = views.filter((view) => !isCursor(view));
    if (cursor === null) return others.length === 0 ? undefined : this.#commits.apply(others, events, checkpoint, { verify });
    const after = await cursor.revisionsOf([...events.keys()]);
    const whole = await inSequence(customerStreams, events, after, this.log, this.options.onGap ?? (() => undefined));
    await this.#commits.apply(others, whole, checkpoint, { verify, after }, { cursor });
  }

  /** A view keeps its feed offset: what the feed had brought up to that offset also lies before the later position in the log. */
  async #buildFrom(from: string, batchSize: number): Promise<void> {
    const level = this.#building.filter((view) => place(view) === from);
    const events = await this.log.readAll({ after: from === '' ? null : from, limit: batchSize });
    const last = latest(events);
    const { offset, publication } = level.find(({ checkpoint }) => checkpoint?.offset !== undefined)?.checkpoint ?? {};
    if (last) await this.#applyTo(level, this.#ofThisPartition(events), { ...placeOf(last), offset, publication }, true);
    this.#arrived(new Set(events.length < batchSize ? level : []));
  }

  #fedTo(position: string): void {
    if (this.#fed === null || position > this.#fed) this.#fed = position;
  }

  #open(projection: Projection, view: View): Promise<LiveView> {
    const { now = Date.now } = this.options;
    return LiveView.open(projection, view, { log: this.log, store: this.store, now });
  }
}

const nameOf = ({ projection, version, build }: View): string => `${projection}@${version}.${build}`;
const isCursor = ({ projection }: LiveView): boolean => projection.name === customerCursor.name;
const place = ({ checkpoint }: LiveView): string => checkpoint?.position ?? '';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function latest(events: readonly RecordedEvent[]): RecordedEvent | null {
  let last: RecordedEvent | null = null;
  for (const event of events) if (last === null || event.position > last.position) last = event;
  return last;
}
