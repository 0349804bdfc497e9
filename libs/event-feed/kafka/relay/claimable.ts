import type { LogHead } from '@tenure/event-log';
import type { RelayCheckpoint } from './relay-state.js';

/**
 * What a consumer may claim for a partition that it has read up to `nextOffset`, or null when the checkpoint tells
 * nothing yet: its own last record may be older, but there is nothing of the partition between that and here.
 */
export function claimable({ position, recordedAt, offsets }: RelayCheckpoint, partition: number, nextOffset: number): LogHead | null {
  const end = offsets[partition];
  if (end === undefined || nextOffset < end || position === null || recordedAt === null) return null;
  return { position, recordedAt };
}
