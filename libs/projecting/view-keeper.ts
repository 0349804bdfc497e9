import type { Checkpoint, PartitionedReadStore, View } from '@tenure/read-store';
import type { Projection } from './projection.js';

/**
 * Sees to it that every projection has a view of this code's version, and switches readers to a newer one when all its
 * partitions have come as far as those of the view that it replaces. Any number of processes may do so side by side.
 */
export class ViewKeeper {
  constructor(
    private readonly projections: readonly Pick<Projection, 'name' | 'version'>[],
    private readonly store: PartitionedReadStore,
  ) {}

  /** A projection without any view gets one that readers see at once, and that fills before their eyes; else the new one is built behind the old. */
  async ensure(): Promise<void> {
    for (const { name, version } of this.projections) {
      const views = await this.#of(name);
      const [view = await this.#create(name, version)] = views.filter((each) => each.version === version);
      if (!(await this.#of(name)).some(({ live }) => live)) await this.store.makeLive(view);
    }
  }

  /** Asks for a projection to be built anew beside its live view. */
  rebuild(name: string): Promise<View> {
    const { version } = this.projections.find((each) => each.name === name)!;
    return this.store.createView(name, version);
  }

  /** Switches to what has been built. Answers with the views that readers see since. */
  async promote(): Promise<View[]> {
    const promoted: View[] = [];
    const all = await this.store.views();
    for (const { name, version } of this.projections) {
      const views = all.filter(({ projection }) => projection === name);
      const live = views.find((each) => each.live);
      const built = views.filter((each) => !each.live && each.version === version);
      const newest = built[built.length - 1];
      // Overtaken: an older build must not replace a newer one.
      for (const each of built) if (live && each.build < live.build) await this.store.dropView(each);
      if (newest && newest.build > (live?.build ?? 0) && (await this.#hasCaughtUp(newest, live))) promoted.push(await this.store.makeLive(newest));
    }
    return promoted;
  }

  /** Two that create at the same moment make two views: the first one counts. */
  async #create(name: string, version: number): Promise<View> {
    const created = await this.store.createView(name, version);
    const [first] = (await this.#of(name)).filter((each) => each.version === version);
    if (!first || first.build === created.build) return created;
    await this.store.dropView(created);
    return first;
  }

  async #hasCaughtUp(next: View, live: View | undefined): Promise<boolean> {
    if (!live) return true;
    const [here, there] = [await this.store.checkpoints(next), await this.store.checkpoints(live)];
    return here.every((checkpoint, partition) => place(checkpoint) >= place(there[partition] ?? null));
  }

  async #of(projection: string): Promise<View[]> {
    return (await this.store.views()).filter((view) => view.projection === projection);
  }
}

const place = (checkpoint: Checkpoint | null): string => checkpoint?.position ?? '';
