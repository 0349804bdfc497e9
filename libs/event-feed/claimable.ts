import type { Position } from '@tenure/event-log';
import type { RelayCheckpoint } from './relay-state.js';

/** How far a consumer has read a partition. */
export interface ReadUpTo {
  /** The publication that the offset belongs to. */
  readonly publication: string | null;
  readonly nextOffset: number;
}

/** Where in the log. */
export interface ClaimedPlace {
  readonly position: Position;
  readonly recordedAt: number;
  readonly eventId?: string;
}

/**
 * What a consumer may claim for a partition that it has read so far, or null when the checkpoint says nothing yet, or
 * is of another publication. The consumer's own last record may be older, but nothing of the partition lies between
 * that record and the claimed place.
 */
export function claimable(published: RelayCheckpoint, partition: number, { publication, nextOffset }: ReadUpTo): ClaimedPlace | null {
  const { position, recordedAt, eventId, offsets } = published;
  const end = offsets[partition];
  if (publication === null || publication !== published.publication) return null;
  if (end === undefined || nextOffset < end || position === null || recordedAt === null) return null;
  return { position, recordedAt, ...(eventId ? { eventId } : {}) };
}
