import type { EventFeed } from '@tenure/event-feed';
import { type EventLogReader, placeOf, type RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, ReadStore, View } from '@tenure/read-store';
import { Build, type BuildProgress } from './build.js';
import { CommitsByKind } from './commits-by-kind.js';
import { LiveView } from './live-view.js';
import type { Projection } from './projection.js';

export interface ProjectionStatus {
  readonly projection: string;
  readonly version: number;
  readonly position: string | null;
  readonly parked: number;
  readonly building: BuildProgress | null;
}

/**
 * Keeps every projection's view at the head of the log, and builds new ones beside them. All views of one kind at the
 * same position move together, in one write. `step` drives it; it does nothing by itself.
 */
export class Projector {
  #live = new Map<string, LiveView>();
  /** Built to a position but not yet at the head: they follow the log until they reach it, then replace the live views. */
  #following: LiveView[] = [];
  #build: Build | null = null;
  #behind = false;
  readonly #commits: CommitsByKind;

  private constructor(
    private readonly projections: readonly Projection[],
    private readonly feed: EventFeed,
    private readonly log: EventLogReader,
    private readonly store: ReadStore,
    private readonly now: () => number,
  ) {
    this.#commits = new CommitsByKind(store, log, now);
  }

  /** Picks up the live views that the code can continue; the others are rebuilt, while readers keep the old ones. */
  static async open(
    projections: readonly Projection[],
    feed: EventFeed,
    log: EventLogReader,
    store: ReadStore,
    now: () => number = Date.now,
  ): Promise<Projector> {
    const projector = new Projector(projections, feed, log, store, now);
    const known = new Set(projections.map(({ name }) => name));
    for (const view of await store.views()) if (!view.live || !known.has(view.projection)) await store.dropView(view);
    const current = await store.views();
    const missing: Projection[] = [];
    for (const projection of projections) {
      const view = current.find((each) => each.projection === projection.name && each.version === projection.version);
      if (view) projector.#live.set(projection.name, await projector.#open(projection, view));
      else missing.push(projection);
    }
    if (missing.length > 0) await projector.#startBuild(missing);
    return projector;
  }

  /** Moves on by one batch, or one slice of a build, or both. False when there was nothing to do. */
  async step(batchSize: number): Promise<boolean> {
    const built = await this.#stepBuild();
    const applied = await this.#applyNext(batchSize);
    return built || applied;
  }

  /** Position of the slowest live view; null when something has not been built yet or the log is empty. */
  get position(): string | null {
    let lowest: string | null = null;
    for (const view of [...this.#live.values(), ...this.#following]) {
      const position = view.checkpoint?.position ?? null;
      if (position === null) return null;
      if (lowest === null || position < lowest) lowest = position;
    }
    return lowest;
  }

  status(): ProjectionStatus[] {
    const building = new Set(this.#build?.views.map(({ projection }) => projection));
    return this.projections.map(({ name, version }) => {
      const live = this.#live.get(name);
      return {
        projection: name,
        version: live?.view.version ?? version,
        position: live?.checkpoint?.position ?? null,
        parked: live?.parkedCount ?? 0,
        building: building.has(name) ? this.#build!.progress : null,
      };
    });
  }

  /** Rebuilds projections beside their live views; `step` drives the builds and switches when they have caught up. */
  async rebuild(names: readonly string[]): Promise<void> {
    if (this.#build || this.#following.length > 0) throw new Error('A rebuild is running already. Wait for it, or cancel it.');
    await this.#startBuild(this.projections.filter(({ name }) => names.includes(name)));
  }

  async cancelRebuild(): Promise<boolean> {
    const running = this.#build !== null || this.#following.length > 0;
    await this.#build?.cancel();
    this.#build = null;
    for (const { view } of this.#following) await this.store.dropView(view);
    this.#following = [];
    return running;
  }

  /** There is more to do than to wait for new events. */
  get busy(): boolean {
    return this.#behind || this.rebuilding;
  }

  get rebuilding(): boolean {
    return this.#build !== null || this.#following.length > 0;
  }

  /** True when the customer's waiting events went through. */
  async retryParked(projection: string, key: string): Promise<boolean> {
    const live = this.#live.get(projection);
    if (!live?.isParked(key)) return false;
    await this.#commits.retry(live, key);
    return !live.isParked(key);
  }

  /** Takes note of a discarded event and continues behind it. The discard must be in the log already. */
  async discarded(projection: string, key: string): Promise<boolean> {
    await this.#live.get(projection)?.reloadDiscards();
    return this.retryParked(projection, key);
  }

  async #startBuild(projections: readonly Projection[]): Promise<void> {
    const targets = [];
    const logId = await this.log.id();
    for (const projection of projections) targets.push({ projection, view: await this.store.createView(projection.name, projection.version, logId) });
    const head = await this.log.head();
    if (head) {
      this.#build = await Build.start(targets, head, this.log, this.store, this.now);
      return;
    }
    for (const { projection, view } of targets) this.#live.set(projection.name, await this.#open(projection, await this.store.makeLive(view)));
  }

  async #stepBuild(): Promise<boolean> {
    if (!this.#build) return false;
    const build = this.#build;
    if (await build.step()) {
      this.#build = null;
      for (const view of build.views) {
        const projection = this.projections.find(({ name }) => name === view.projection)!;
        this.#following.push(await this.#open(projection, view));
      }
      await this.#promote();
    }
    return true;
  }

  async #applyNext(limit: number): Promise<boolean> {
    const all = [...this.#live.values(), ...this.#following];
    if (all.length === 0) return false;
    const place = (view: LiveView) => view.checkpoint?.position ?? '';
    const lowest = all.map(place).sort()[0]!;
    const events = await this.feed.pull(lowest === '' ? null : lowest, limit);
    this.#behind = events.length === limit;
    if (events.length === 0) return false;
    const last = events[events.length - 1]!;
    await this.#applyTo(
      all.filter((view) => place(view) === lowest),
      events,
      placeOf(last),
    );
    await this.#promote();
    return true;
  }

  async #applyTo(views: readonly LiveView[], events: readonly RecordedEvent[], checkpoint: Checkpoint): Promise<void> {
    // Live views fold the same events together with what was built: each event is verified once for all of them.
    const verify = views.some((view) => this.#following.includes(view));
    await this.#commits.apply(views, events, checkpoint, { verify });
  }

  /** Switches readers to every built view that has caught up with the view it replaces. */
  async #promote(): Promise<void> {
    const waiting: LiveView[] = [];
    for (const next of this.#following) {
      const old = this.#live.get(next.projection.name)?.checkpoint?.position ?? '';
      if ((next.checkpoint?.position ?? '') < old) {
        waiting.push(next);
        continue;
      }
      const live: View = await this.store.makeLive(next.view);
      this.#live.set(next.projection.name, await this.#open(next.projection, live));
    }
    this.#following = waiting;
  }

  #open(projection: Projection, view: View): Promise<LiveView> {
    return LiveView.open(projection, view, { log: this.log, store: this.store, now: this.now });
  }
}
