import type { Position } from '@tenure/event-log';
import type { Checkpoint } from '@tenure/read-store';
import type { AsOf } from './freshness.js';

/** When the oldest event after a position was recorded; null when there is no such event. */
export type WaitingSince = (position: Position | null) => Promise<number | null>;

/** What a read model had taken in, and for how long the oldest event after it has waited. */
export async function asOf(waitingSince: WaitingSince, checkpoint: Checkpoint | null, now: number): Promise<AsOf> {
  const position = checkpoint?.position ?? null;
  const waiting = await waitingSince(position);
  return { position, recordedAt: checkpoint?.recordedAt ?? null, lagMs: waiting === null ? 0 : Math.max(0, now - waiting) };
}
