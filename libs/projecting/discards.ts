import type { EventLogReader } from '@tenure/event-log';

/** Events that a person has decided a projection shall do without, with the reason: facts on a stream of their own. */
export interface ParkedEventDiscarded {
  readonly customerId: string;
  readonly revision: number;
  readonly reason: string;
}

export function projectionStream(projection: string): string {
  return `projection-${projection}`;
}

/** Revisions to pass over, by customer. A rebuild reads the same stream, and so comes to the same bytes. */
export type Discards = ReadonlyMap<string, ReadonlySet<number>>;

export const NO_DISCARDS: Discards = new Map();

export async function loadDiscards(log: Pick<EventLogReader, 'readStream'>, projection: string): Promise<Discards> {
  const discards = new Map<string, Set<number>>();
  for (const event of await log.readStream(projectionStream(projection))) {
    const { customerId, revision } = event.data as ParkedEventDiscarded;
    const revisions = discards.get(customerId);
    if (revisions) revisions.add(revision);
    else discards.set(customerId, new Set([revision]));
  }
  return discards;
}
