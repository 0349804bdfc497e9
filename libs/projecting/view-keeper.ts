import type { EventLogReader } from '@tenure/event-log';
import type { Checkpoint, PartitionedReadStore, View, ViewTraits } from '@tenure/read-store';
import { customerCursor } from './customer-cursor.js';
import { isOfCustomers } from './projected-kind.js';
import type { Projection } from './projection.js';

/**
 * Makes sure that every projection, and the customers' cursor beside them, has a view of this code's version
 * and of this log. Switches readers to a newer view when all its partitions have come as far as those of the
 * view that it replaces. Any number of processes may do so concurrently.
 */
export class ViewKeeper {
  /** The end of the log when a view that replaces one set aside was first seen: readers get the view once it has come that far. */
  readonly #ends = new Map<string, string>();
  readonly #kept: readonly Kept[];

  constructor(
    projections: readonly Kept[],
    private readonly store: PartitionedReadStore,
    private readonly log: Pick<EventLogReader, 'id' | 'head'>,
  ) {
    this.#kept = [customerCursor, ...projections];
  }

  /**
   * A projection without any view gets one that is live at once and fills while readers see it; otherwise the new view is built behind the old
   * one. Where there are views from before the cursor existed, the cursor is built from the log, and these views are rebuilt: if a feed had left
   * events out of them unnoticed, nothing would reveal it any more.
   */
  async ensure(): Promise<void> {
    const before = await this.store.views();
    const unseen = before.some(isCursor) ? [] : this.#kept.filter((each) => isOfCustomers(each) && before.some((view) => isOf(view, each)));
    for (const { name } of unseen) await this.rebuild(name);
    const replaced = new Set((await this.store.setAsides()).map(({ projection }) => projection));
    if (!before.every(isCursor)) replaced.add(customerCursor.name);
    for (const each of this.#kept) {
      const [view = await this.#create(each)] = (await this.#of(each.name)).filter((known) => isOf(known, each));
      if (!replaced.has(each.name) && !(await this.#of(each.name)).some(({ live }) => live)) await this.store.makeLive(view);
    }
  }

  /** Asks for a rebuild of a projection beside its live view. */
  async rebuild(name: string): Promise<View> {
    const kept = this.#kept.find((each) => each.name === name)!;
    return this.store.createView(name, kept.version, await this.log.id(), await this.#traitsFor(kept));
  }

  /**
   * Takes a view from readers and writers, keeps it, and has it rebuilt; readers see the new one when it is complete. False when another process has done so.
   */
  async replace(view: View, reason: string): Promise<boolean> {
    const known = this.#kept.find(({ name }) => name === view.projection);
    return this.store.setAside(view, reason, known ? { version: known.version, logId: await this.log.id() } : null);
  }

  /**
   * Switches readers to completed builds. A projection without any view, whose build was cancelled when its live view was set aside, gets
   * one. Returns the views that readers now see.
   */
  async promote(): Promise<View[]> {
    const promoted: View[] = [];
    const found = await this.store.views();
    // There is no switching between cursors: where two were made at the same moment, and one of the makers died, the first cursor stays.
    const twins = found.filter(isCursor).slice(1);
    for (const twin of twins) await this.store.dropView(twin);
    const all = await this.#besideTheCursor(found.filter((view) => !twins.includes(view)));
    for (const kept of this.#kept) {
      const { name, version } = kept;
      const views = all.filter(({ projection }) => projection === name);
      if (views.length === 0) await this.#create(kept);
      const live = views.find((each) => each.live);
      const built = views.filter((each) => !each.live && each.version === version);
      const newest = built[built.length - 1];
      // Overtaken: an older build must not replace a newer one.
      for (const each of built) if (live && each.build < live.build) await this.store.dropView(each);
      if (newest && newest.build > (live?.build ?? 0) && (await this.#hasCaughtUp(newest, live))) promoted.push(await this.store.makeLive(newest));
    }
    return promoted;
  }

  /**
   * A cursor built in place of one that was set aside counts from what the log holds: nothing would reveal what the feed had left out of
   * the views before. So these views are rebuilt beside it. Views still being built, which may have followed the previous cursor, are
   * dropped; live views stay until then. Returns the views that exist afterwards.
   */
  async #besideTheCursor(views: readonly View[]): Promise<readonly View[]> {
    const cursor = views.find(isCursor);
    const isUnsure = (view: View) => cursor !== undefined && !view.undivided && !isCursor(view) && (view.cursor ?? FIRST_CURSOR) !== cursor.build;
    let changed = false;
    for (const each of this.#kept) {
      const own = views.filter((view) => isOf(view, each));
      if (own.length === 0 || !own.every(isUnsure)) continue;
      await this.#create(each);
      for (const view of own) if (!view.live) await this.store.dropView(view);
      changed = true;
    }
    return changed ? this.store.views() : views;
  }

  /** A view without customers has neither partitions nor a cursor. */
  async #traitsFor(kept: Kept): Promise<ViewTraits> {
    if (!isOfCustomers(kept)) return { undivided: true };
    return kept.name === customerCursor.name ? {} : { cursor: (await this.#of(customerCursor.name))[0]?.build };
  }

  /** Two processes that create at the same moment make two views: the first one counts. */
  async #create({ name, version }: Kept): Promise<View> {
    const created = await this.rebuild(name);
    const [first] = (await this.#of(name)).filter((each) => each.version === version && each.cursor === created.cursor);
    if (!first || first.build === created.build) return created;
    await this.store.dropView(created);
    return first;
  }

  async #hasCaughtUp(next: View, live: View | undefined): Promise<boolean> {
    const here = await this.store.checkpoints(next);
    if (!live) {
      const end = await this.#endFor(next);
      return here.every((checkpoint) => place(checkpoint) >= end);
    }
    const there = await this.store.checkpoints(live);
    return here.every((checkpoint, partition) => place(checkpoint) >= place(there[partition] ?? null));
  }

  async #endFor({ projection, build }: View): Promise<string> {
    const name = `${projection}.${build}`;
    const end = this.#ends.get(name) ?? place(await this.log.head());
    this.#ends.set(name, end);
    return end;
  }

  async #of(projection: string): Promise<View[]> {
    return (await this.store.views()).filter((view) => view.projection === projection);
  }
}

/** The cursor build of views that were made before it was recorded. */
const FIRST_CURSOR = 1;

type Kept = Pick<Projection, 'name' | 'version' | 'of'>;

const isOf = ({ projection, version }: View, kept: Kept): boolean => projection === kept.name && version === kept.version;
const isCursor = ({ projection }: View): boolean => projection === customerCursor.name;
const place = (checkpoint: Pick<Checkpoint, 'position'> | null): string => checkpoint?.position ?? '';
