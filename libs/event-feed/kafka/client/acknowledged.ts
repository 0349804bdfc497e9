import { FeedError } from '../feed-error.js';

export interface WrittenPartition {
  readonly partition: number;
  /** Offset of the first record written. */
  readonly baseOffset?: string;
}

/**
 * The next offset after a batch, per partition that it went to. Throws when one of them was not acknowledged: when a
 * partition's leader moves, between two attempts, to a broker that has answered already, kafkajs 2.2.4 resolves without
 * having sent that partition's records (`producer/sendMessages.js`: a broker with a response is not asked again).
 */
export function acknowledged(sent: ReadonlyArray<{ readonly partition: number }>, written: readonly WrittenPartition[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { partition } of sent) counts.set(partition, (counts.get(partition) ?? 0) + 1);
  const next = new Map<number, number>();
  for (const { partition, baseOffset = '-1' } of written) {
    const first = Number(baseOffset);
    if (first >= 0) next.set(partition, Math.max(next.get(partition) ?? 0, first + (counts.get(partition) ?? 0)));
  }
  const missing = [...counts.keys()].filter((partition) => !next.has(partition));
  if (missing.length > 0) throw new FeedError('failed', `Kafka did not acknowledge partitions ${missing.join(', ')} of a batch.`);
  return next;
}
