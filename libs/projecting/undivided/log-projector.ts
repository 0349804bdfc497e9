import { type Position, placeOf } from '@tenure/event-log';
import type { Checkpoint, ReadStore, View } from '@tenure/read-store';
import { CommitsByKind } from '../commits-by-kind.js';
import { LiveView } from '../live-view.js';
import { ParkedDecisions } from '../parked-decisions.js';
import type { Projection } from '../projection.js';
import type { PartitionLog } from '../sharing-pages.js';

/**
 * Keeps the views that no topic feeds: those of every kind of stream except the customers'. They follow the log itself, from its beginning,
 * each page for all views at the same position. `refresh` takes note of what another process makes, switches or drops. One call at a time.
 */
export class LogProjector {
  #views: LiveView[] = [];
  #behind = false;
  readonly #decisions: ParkedDecisions;
  readonly #commits: CommitsByKind;

  private constructor(
    private readonly projections: readonly Projection[],
    private readonly log: PartitionLog,
    private readonly store: ReadStore,
    private readonly now: () => number,
  ) {
    this.#decisions = new ParkedDecisions(log);
    this.#commits = new CommitsByKind(store, log, now);
  }

  /** `store` writes everything undivided. */
  static async open(projections: readonly Projection[], log: PartitionLog, store: ReadStore, now: () => number = Date.now): Promise<LogProjector> {
    const projector = new LogProjector(projections, log, store, now);
    await projector.refresh();
    return projector;
  }

  /** There is no view to keep yet. */
  get idle(): boolean {
    return this.#views.length === 0;
  }

  /** Position of `last`. */
  get position(): string | null {
    return this.last?.position ?? null;
  }

  /** The last event that the slowest view has folded; null while there is no view, or one has folded nothing. */
  get last(): Checkpoint | null {
    const [first = null, ...others] = this.#views.map(({ checkpoint }) => checkpoint);
    return others.reduce((slowest, each) => ((each?.position ?? '') < (slowest?.position ?? '') ? each : slowest), first);
  }

  get parked(): number {
    return this.#views.reduce((sum, { parkedCount }) => sum + parkedCount, 0);
  }

  /** There are views that readers do not see yet. */
  get building(): boolean {
    return this.#views.some(({ view }) => !view.live);
  }

  /** After a step: there is more at once. */
  get behind(): boolean {
    return this.#behind;
  }

  /** Moves the views furthest behind one page further, and the live views, which would otherwise wait for the builds; none past `upTo`. */
  async step(pageSize: number, upTo: Position): Promise<void> {
    this.#behind = false;
    if (this.idle) return;
    const places = new Set([...this.#views.filter(({ view }) => view.live).map(placeOfView), this.position ?? '']);
    for (const place of [...places].sort().reverse()) await this.#goOnFrom(place, pageSize, upTo);
  }

  async refresh(): Promise<void> {
    const wanted = await this.#wanted();
    const open: LiveView[] = [];
    for (const { projection, view } of wanted) {
      const known = this.#views.find((each) => each.view.projection === view.projection && each.view.build === view.build);
      known?.lookedAt(view);
      open.push(known ?? (await LiveView.open(projection, view, { log: this.log, store: this.store, now: this.now })));
    }
    this.#views = open;
    for (const view of open) {
      await view.settle();
      await this.#decisions.forEach(view, async (key) => {
        await view.reloadDiscards();
        await this.#commits.retry(view, key);
      });
    }
  }

  /** Views of the version that this code folds. */
  async #wanted(): Promise<Array<{ projection: Projection; view: View }>> {
    const views = await this.store.views();
    return this.projections.flatMap((projection) =>
      views.filter((view) => view.projection === projection.name && view.version === projection.version).map((view) => ({ projection, view })),
    );
  }

  async #goOnFrom(place: string, pageSize: number, upTo: Position): Promise<void> {
    if (place >= upTo) return;
    const level = this.#views.filter((view) => placeOfView(view) === place);
    const read = await this.log.readAll({ after: place === '' ? null : place, limit: pageSize });
    const page = read.filter(({ position }) => position <= upTo);
    this.#behind ||= page.length === pageSize;
    const last = page[page.length - 1];
    if (last) await this.#commits.apply(level, page, placeOf(last), { verify: true });
  }
}

const placeOfView = ({ checkpoint }: LiveView): string => checkpoint?.position ?? '';
