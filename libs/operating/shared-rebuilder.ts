import type { ViewKeeper } from '@tenure/projecting';
import type { PartitionedReadStore, View } from '@tenure/read-store';
import type { Rebuilder } from './rebuild-runs.js';

/** Rebuilds by requesting new views, which the projectors find, build and switch to, wherever they run. */
export function sharedRebuilder(keeper: ViewKeeper, store: PartitionedReadStore): Rebuilder {
  let asked: View[] = [];
  return {
    async start(names) {
      asked = [];
      for (const name of names) asked.push(await keeper.rebuild(name));
    },
    async look() {
      const views = await store.views();
      const given = asked.filter((view) => !views.some((each) => isAsGood(each, view)));
      if (given.length > 0)
        throw new Error(`What was being built of ${given.map(({ projection }) => projection).join(', ')} has been dropped: ask for it again.`);
      return { running: asked.some((view) => !views.some((each) => each.live && isAsGood(each, view))), events: null, failure: null };
    },
    async cancel() {
      const views = (await store.views()).filter((each) => !each.live && asked.some((view) => isAsGood(each, view)));
      for (const view of views) await store.dropView(view);
      return views.length > 0;
    },
  };
}

/** A view that was begun later, beside another cursor for example, is built from the same log. */
const isAsGood = (view: View, asked: View): boolean => view.projection === asked.projection && view.build >= asked.build;
