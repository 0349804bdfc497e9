import type { RelayCheckpoint } from '@tenure/event-feed';
import { type Break, breakOf, isLoss, type LogRefused, lossOf } from '@tenure/event-log';
import { breakOfViews, type Standing } from '@tenure/projecting';
import type { SettleParts } from '@tenure/projecting/partitions';

export interface Loss {
  readonly found: Break;
  /** The refusal for a caller that wants to continue regardless. */
  readonly refusal: LogRefused;
}

/**
 * What the topic and the read models have taken in of this log and the log no longer holds; of both, the part recorded last.
 * Null: nothing is missing, or the loss has been accepted.
 */
export async function lossBehind(log: SettleParts['log'], { position, ...published }: RelayCheckpoint, standing: Standing): Promise<Loss | null> {
  const followers: Array<readonly [string, Break | null]> = [
    ['The events in the topic', position === null ? null : await breakOf(log, { ...published, position })],
    ['The read models', await breakOfViews(log, standing)],
  ];
  const losses: Loss[] = [];
  for (const [what, found] of followers) if (found && (await isLoss(log, found))) losses.push({ found, refusal: lossOf(what, found) });
  return losses.sort((a, b) => (b.found.followed.recordedAt ?? 0) - (a.found.followed.recordedAt ?? 0))[0] ?? null;
}
