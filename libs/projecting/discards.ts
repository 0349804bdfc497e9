import { logReaders } from '@tenure/access/role';
import type { EventLogReader } from '@tenure/event-log';
import { integer, record, text } from '@tenure/shape/schema';
import { type StreamKind, streamNamed } from '@tenure/streams';

/** Decisions of a person about a parked customer: facts on the projection's own stream, which a rebuild reads as well. */
export const PARKED_EVENT_DISCARDED = 'ParkedEventDiscarded';
export const PARKED_RETRY_REQUESTED = 'ParkedRetryRequested';

/** The projection must skip this event. */
export interface ParkedEventDiscarded {
  readonly customerId: string;
  readonly revision: number;
  readonly reason: string;
}

/** The process that holds the customer must retry its waiting events. */
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

/** Revisions to skip, by customer. A rebuild reads the same stream, and so produces the same bytes. */
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
