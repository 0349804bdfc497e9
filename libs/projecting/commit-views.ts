import type { ReadStore, ViewChanges } from '@tenure/read-store';
import type { LiveView } from './live-view.js';

/** Works out what changes in each view and writes it in one go. All or nothing: what could not be written has not been folded either. */
export async function commitViews(store: ReadStore, views: readonly LiveView[], change: (view: LiveView) => Promise<ViewChanges>): Promise<void> {
  try {
    const changes = new Map<LiveView, ViewChanges>();
    for (const view of views) changes.set(view, await change(view));
    await store.commit(new Map([...changes].map(([{ view }, each]) => [view, each])));
    for (const [view, each] of changes) view.committed(each);
  } catch (error) {
    for (const view of views) view.notCommitted();
    throw error;
  }
}
