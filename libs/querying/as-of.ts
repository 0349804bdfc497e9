import type { EventLogReader } from '@tenure/event-log';
import type { Checkpoint } from '@tenure/read-store';
import type { AsOf } from './freshness.js';

/** What a read model had taken in, and for how long the oldest event behind it has waited. */
export async function asOf(log: Pick<EventLogReader, 'head' | 'readAll'>, checkpoint: Checkpoint | null, now: number): Promise<AsOf> {
  const position = checkpoint?.position ?? null;
  const head = await log.head();
  const isBehind = head !== null && (position === null || position < head.position);
  const [waiting] = isBehind ? await log.readAll({ after: position, limit: 1 }) : [];
  return { position, recordedAt: checkpoint?.recordedAt ?? null, lagMs: waiting ? Math.max(0, now - waiting.recordedAt) : 0 };
}
