import type { EventLogReader, Position } from '@tenure/event-log';
import type { Checkpoint } from '@tenure/read-store';

/** How fresh an answer is: what the read model had taken in, and for how long the oldest event behind it has waited. */
export interface AsOf {
  readonly position: Position | null;
  /** Epoch milliseconds. */
  readonly recordedAt: number | null;
  readonly lagMs: number;
}

export async function asOf(log: Pick<EventLogReader, 'readAll'>, checkpoint: Checkpoint | null, now: number): Promise<AsOf> {
  const [waiting] = await log.readAll({ after: checkpoint?.position ?? null, limit: 1 });
  return {
    position: checkpoint?.position ?? null,
    recordedAt: checkpoint?.recordedAt ?? null,
    lagMs: waiting ? Math.max(0, now - waiting.recordedAt) : 0,
  };
}
