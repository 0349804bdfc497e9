import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import { type Checkpoint, type Parked, type ReadStore, type ViewChanges } from '@tenure/read-store';
import { bisect } from './bisect.js';
import { type EventsByKey, NO_EVENTS } from './events-by-key.js';
import type { LiveView, Verification } from './live-view.js';
import type { ProjectedKind } from './projected-kind.js';
import { SeenStreams } from './seen-streams.js';
import { commitTo, isRefusal, refusedBy } from './write-refused.js';

/** The content of events means nothing to a cursor. */
const COUNTED: Verification = { verify: false };

/**
 * Writes what batches change, all views of one kind in one commit: what could not be written counts as not folded. A
 * write that fails twice with the same error, and not because of the store itself, is bisected until the customers
 * that make it fail stand alone: they are parked, and all others continue.
 */
export class ViewCommits {
  /** The last refusal of a write, by views: other views may be written, and the store may be away, in between. */
  readonly #refusals = new Map<string, string>();

  readonly #seen: SeenStreams;

  constructor(
    kind: ProjectedKind,
    private readonly store: ReadStore,
    log: Pick<EventLogReader, 'readStream'>,
    private readonly now: () => number,
  ) {
    this.#seen = new SeenStreams(kind, log);
  }

  /**
   * A batch that is verified without an `after` is a page of the log, read without the cursor.
   *
   * `cursor`: moves only in the commit that moves the checkpoint. What is written piecemeal and then interrupted comes again, and the views
   * skip what they have; if the cursor had counted it, it would not come again.
   *
   * `others`: views of other kinds, of which the batch has no event: their checkpoint moves in the same commit.
   */
  async apply(
    views: readonly LiveView[],
    batch: EventsByKey,
    checkpoint: Checkpoint,
    verification: Verification,
    { cursor = null, others = [] }: { readonly cursor?: LiveView | null; readonly others?: readonly LiveView[] } = {},
  ): Promise<void> {
    const beside = new Map(others.map((view) => [view, () => view.changes(NO_EVENTS, checkpoint, verification)]));
    if (cursor !== null) beside.set(cursor, () => cursor.changes(batch, checkpoint, COUNTED));
    if (!verification.verify || verification.after) return this.#apply(views, batch, checkpoint, verification, beside);
    const page = await this.#seen.follow(views, batch);
    await this.#apply(views, page.events, checkpoint, { verify: true, after: page.after }, beside);
    this.#seen.written(page);
  }

  async #apply(
    views: readonly LiveView[],
    batch: EventsByKey,
    checkpoint: Checkpoint,
    verification: Verification,
    beside: ReadonlyMap<LiveView, () => Promise<ViewChanges>>,
  ): Promise<void> {
    const all = [...views, ...beside.keys()];
    const names = views.map(({ view }) => `${view.projection}.${view.build}`).join();
    const changesOf = (view: LiveView, events: EventsByKey) => beside.get(view)?.() ?? view.changes(events, checkpoint, verification);
    try {
      await this.#write(all, (view) => changesOf(view, batch));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const again = this.#refusals.get(names) === error.message;
      this.#refusals.set(names, error.message);
      if (!again) throw error;
      await this.#parkCulprits(views, batch, verification, error);
      await this.#write(all, (view) => changesOf(view, NO_EVENTS));
    }
    if (batch.size > 0) this.#refusals.delete(names);
  }

  /** Retries a parked customer; one whose document the store refuses stays parked, for that reason. */
  async retry(view: LiveView, key: string): Promise<void> {
    try {
      await this.#write([view], () => view.retry(key));
    } catch (error) {
      const parked = view.parkedAs(key);
      if (!parked || !isRefusal(error)) throw error;
      await this.#write([view], async () => ({ ...NOTHING, park: [{ ...parked, reason: refusedBy(view.projection, error), parkedAt: this.now() }] }));
    }
  }

  async #write(views: readonly LiveView[], change: (view: LiveView) => Promise<ViewChanges>): Promise<void> {
    try {
      const outcomes = await Promise.allSettled(views.map(change));
      const changes = new Map<LiveView, ViewChanges>();
      for (const [i, outcome] of outcomes.entries()) {
        if (outcome.status === 'rejected') throw outcome.reason;
        changes.set(views[i]!, outcome.value);
      }
      await commitTo(this.store, new Map([...changes].map(([{ view }, each]) => [view, each])));
      for (const [view, each] of changes) view.committed(each);
    } catch (error) {
      for (const view of views) view.notCommitted();
      throw error;
    }
  }

  /** Without a checkpoint: customers written here before the others are not folded again. */
  async #parkCulprits(views: readonly LiveView[], batch: EventsByKey, verification: Verification, cause: unknown): Promise<void> {
    const keys = [...batch.keys()];
    const only = (some: readonly string[]): EventsByKey => new Map(some.map((key) => [key, batch.get(key)!]));
    const culprits = await bisect(keys, (some) => this.#write(views, (view) => view.changes(only(some), null, verification)), isRefusal);
    // If no customer can be written, no single customer is to blame.
    if (culprits.length === keys.length && keys.length > 1) throw cause;
    for (const key of culprits) for (const view of views) await this.#advanceOrPark(view, key, batch.get(key)!, verification);
  }

  /** Event by event. The events are verified before that, all together: only the whole batch tells what each of them has to follow. */
  async #advanceOrPark(view: LiveView, key: string, events: readonly RecordedEvent[], verification: Verification): Promise<void> {
    const sound = view.soundOf(key, events, verification);
    for (const event of sound.events) {
      try {
        await this.#write([view], () => view.changesBySound(new Map([[key, { events: [event], damage: null }]]), null));
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const reason = refusedBy(view.projection, error);
        const parked: Parked = { key, revision: event.revision, eventType: event.type, reason, parkedAt: this.now() };
        await this.#write([view], async () => ({ ...NOTHING, park: [parked] }));
        return;
      }
    }
    if (sound.damage) await this.#write([view], () => view.changesBySound(new Map([[key, { ...sound, events: [] }]]), null));
  }
}

const NOTHING: ViewChanges = { documents: [], sums: [] };
