import type { ReadStore, ViewChanges } from '@tenure/read-store';
import type { LiveView } from './live-view.js';

/**
 * Works out what changes in each view, side by side, and writes it in one go. All or nothing: what could not be written
 * has not been folded either.
 */
export async function commitViews(store: ReadStore, views: readonly LiveView[], change: (view: LiveView) => Promise<ViewChanges>): Promise<void> {
  try {
    const outcomes = await Promise.allSettled(views.map(change));
    const changes = new Map<LiveView, ViewChanges>();
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason;
      changes.set(views[i]!, outcome.value);
    }
    await store.commit(new Map([...changes].map(([{ view }, each]) => [view, each])));
    for (const [view, each] of changes) view.committed(each);
  } catch (error) {
    for (const view of views) view.notCommitted();
    throw error;
  }
}
