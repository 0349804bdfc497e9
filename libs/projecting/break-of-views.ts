import { type Break, breakOf, type FollowedLog } from '@tenure/event-log';
import type { Checkpoint, PartitionedReadStore, View } from '@tenure/read-store';

/** The checkpoints of each view, one per partition. */
export type Standing = readonly (readonly [view: View, checkpoints: readonly (Checkpoint | null)[]])[];

export async function standingOf(store: Pick<PartitionedReadStore, 'views' | 'checkpoints'>): Promise<Standing> {
  return Promise.all((await store.views()).map(async (view) => [view, await store.checkpoints(view)] as const));
}

type Place = Checkpoint & Pick<View, 'logId'>;

/**
 * Why the read models do not belong to this log as it is now, or null. Of the read models of one log only the furthest is checked: if the log has its event in
 * the right place, it has all events before it.
 */
export async function breakOfViews(log: FollowedLog, standing: Standing): Promise<Break | null> {
  const furthest = new Map<string | null, Place>();
  for (const [{ logId }, checkpoints] of standing) {
    for (const checkpoint of checkpoints) {
      const known = furthest.get(logId);
      if (checkpoint && (!known || checkpoint.position > known.position)) furthest.set(logId, { ...checkpoint, logId });
    }
  }
  for (const place of furthest.values()) {
    const found = await breakOf(log, place);
    if (found) return found;
  }
  return null;
}

/** The views that do not belong to the log, checked one by one: others may have been recreated already. */
export async function viewsOfNoLog(log: FollowedLog, standing: Standing): Promise<View[]> {
  const id = await log.id();
  const found: View[] = [];
  for (const each of standing) {
    const [view] = each;
    const ofAnother = id !== null && view.logId !== null && view.logId !== id;
    if (ofAnother || (await breakOfViews(log, [each])) !== null) found.push(view);
  }
  return found;
}
