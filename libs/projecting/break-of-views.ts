import { type Break, breakOf, type EventLogReader } from '@tenure/event-log';
import type { Checkpoint, View } from '@tenure/read-store';

/** Where each view stands, in each of its partitions. */
export type Standing = readonly (readonly [view: View, checkpoints: readonly (Checkpoint | null)[]])[];

/** Why read models are not of this log as it is now, or null. Who has followed the log furthest is asked first: that is the one who can tell. */
export async function breakOfViews(log: Pick<EventLogReader, 'id' | 'at' | 'head'>, standing: Standing): Promise<Break | null> {
  const places = new Map<string, Checkpoint & Pick<View, 'logId'>>();
  for (const [{ logId }, checkpoints] of standing) {
    for (const checkpoint of checkpoints) if (checkpoint) places.set(`${checkpoint.position} ${checkpoint.eventId} ${logId}`, { ...checkpoint, logId });
  }
  const furthestFirst = [...places.values()].sort((a, b) => (a.position > b.position ? -1 : 1));
  for (const place of furthestFirst) {
    const found = await breakOf(log, place);
    if (found) return found;
  }
  return null;
}
