import type { EventLogReader, Position } from '@tenure/event-log';
import type { Checkpoint } from '@tenure/read-store';

/** How fresh an answer is: what the read model had taken in, and for how long the oldest event behind it has waited. */
export interface AsOf {
  readonly position: Position | null;
  /** Epoch milliseconds. */
  readonly recordedAt: number | null;
  readonly lagMs: number;
}

export async function asOf(log: Pick<EventLogReader, 'head' | 'readAll'>, checkpoint: Checkpoint | null, now: number): Promise<AsOf> {
  const position = checkpoint?.position ?? null;
  const head = await log.head();
  const isBehind = head !== null && (position === null || position < head.position);
  const [waiting] = isBehind ? await log.readAll({ after: position, limit: 1 }) : [];
  return { position, recordedAt: checkpoint?.recordedAt ?? null, lagMs: waiting ? Math.max(0, now - waiting.recordedAt) : 0 };
}
