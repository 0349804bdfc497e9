import type { ViewKeeper } from '@tenure/projecting';
import type { PartitionedReadStore, View } from '@tenure/read-store';
import type { Rebuilder } from './rebuild-runs.js';

/** Rebuilds by asking for new views, which the projectors find, build and switch to, wherever they run. */
export function sharedRebuilder(keeper: ViewKeeper, store: PartitionedReadStore): Rebuilder {
  let asked: View[] = [];
  const unfinished = async (): Promise<View[]> =>
    (await store.views()).filter((view) => !view.live && asked.some(({ projection, build }) => projection === view.projection && build === view.build));
  return {
    async start(names) {
      asked = [];
      for (const name of names) asked.push(await keeper.rebuild(name));
    },
    look: async () => ({ running: (await unfinished()).length > 0, events: null, failure: null }),
    async cancel() {
      const views = await unfinished();
      for (const view of views) await store.dropView(view);
      return views.length > 0;
    },
  };
}
