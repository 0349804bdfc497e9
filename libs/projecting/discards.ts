import { logReaders } from '@tenure/access/role';
import type { EventLogReader } from '@tenure/event-log';
import { integer, record, text } from '@tenure/shape/schema';
import { type StreamKind, streamNamed } from '@tenure/streams';

/** What a person has decided about a parked customer: facts on the projection's own stream, which a rebuild reads as well. */
export const PARKED_EVENT_DISCARDED = 'ParkedEventDiscarded';
export const PARKED_RETRY_REQUESTED = 'ParkedRetryRequested';

/** The projection shall do without this event. */
export interface ParkedEventDiscarded {
  readonly customerId: string;
  readonly revision: number;
  readonly reason: string;
}

/** Whoever holds the customer shall try its waiting events again. */
export interface ParkedRetryRequested {
  readonly customerId: string;
}

export const projectionKind: StreamKind = {
  name: 'projection',
  prefix: 'projection-',
  streams: 'one-per-id',
  eventTypes: [PARKED_EVENT_DISCARDED, PARKED_RETRY_REQUESTED],
  eventSchemas: {
    [PARKED_EVENT_DISCARDED]: record({ customerId: text, revision: integer, reason: text }),
    [PARKED_RETRY_REQUESTED]: record({ customerId: text }),
  },
  readers: logReaders,
};

export const projectionStream = (projection: string): string => streamNamed(projectionKind, projection);

/** Revisions to pass over, by customer. A rebuild reads the same stream, and so comes to the same bytes. */
export type Discards = ReadonlyMap<string, ReadonlySet<number>>;

export const NO_DISCARDS: Discards = new Map();

export async function loadDiscards(log: Pick<EventLogReader, 'readStream'>, projection: string): Promise<Discards> {
  const discards = new Map<string, Set<number>>();
  for (const event of await log.readStream(projectionStream(projection))) {
    if (event.type !== PARKED_EVENT_DISCARDED) continue;
    const { customerId, revision } = event.data as ParkedEventDiscarded;
    const revisions = discards.get(customerId);
    if (revisions) revisions.add(revision);
    else discards.set(customerId, new Set([revision]));
  }
  return discards;
}
