import type { EventLogReader } from '@tenure/event-log';
import type { Checkpoint, PartitionedReadStore, View, ViewTraits } from '@tenure/read-store';
import { customerCursor } from './customer-cursor.js';
import { isOfCustomers } from './projected-kind.js';
import type { Projection } from './projection.js';

/**
 * Sees to it that every projection, and the customers' cursor beside them, has a view of this code's version and of this log, and switches
 * readers to a newer one when all its partitions have come as far as those of the view that it replaces. Any number of processes may do so
 * side by side.
 */
export class ViewKeeper {
  /** Where the log ended when a view was first seen that takes the place of one that was set aside: readers get it when it has come so far. */
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
   * A projection without any view gets one that readers see at once, and that fills before their eyes; else the new one is built behind the old.
   * Where there are views from before there was a cursor, it is built from the log, and they are anew: if a feed had left something out of
   * them that nothing has shown yet, nothing would any more.
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

  /** Asks for a projection to be built anew beside its live view. */
  async rebuild(name: string): Promise<View> {
    const kept = this.#kept.find((each) => each.name === name)!;
    return this.store.createView(name, kept.version, await this.log.id(), await this.#traitsFor(kept));
  }

  /** Takes a view from readers and writers, keeps it, and has it built anew, for readers to see when it is complete. False when another process has done so. */
  async replace(view: View, reason: string): Promise<boolean> {
    const known = this.#kept.find(({ name }) => name === view.projection);
    return this.store.setAside(view, reason, known ? { version: known.version, logId: await this.log.id() } : null);
  }

  /**
   * Switches to what has been built. A projection without any view, whose build was cancelled when its live one had been set aside, gets one.
   * Answers with the views that readers see since.
   */
  async promote(): Promise<View[]> {
    const promoted: View[] = [];
    const found = await this.store.views();
    // Nobody goes over from one cursor to another: where two were made at the same moment, and one who made them died, the first one stays.
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
   * A cursor that was built in the place of one that was set aside counts from what the log holds: what the feed had left out of the views
   * before, nothing would show any more. So they are built anew beside it. What is still being built, and may have followed the cursor of
   * before, is dropped; what readers see stays until then. Answers with the views that there are then.
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

  /** What no customer is in has neither partitions nor a cursor. */
  async #traitsFor(kept: Kept): Promise<ViewTraits> {
    if (!isOfCustomers(kept)) return { undivided: true };
    return kept.name === customerCursor.name ? {} : { cursor: (await this.#of(customerCursor.name))[0]?.build };
  }

  /** Two that create at the same moment make two views: the first one counts. */
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

/** What views are beside that were made before it was kept. */
const FIRST_CURSOR = 1;

type Kept = Pick<Projection, 'name' | 'version' | 'of'>;

const isOf = ({ projection, version }: View, kept: Kept): boolean => projection === kept.name && version === kept.version;
const isCursor = ({ projection }: View): boolean => projection === customerCursor.name;
const place = (checkpoint: Pick<Checkpoint, 'position'> | null): string => checkpoint?.position ?? '';
