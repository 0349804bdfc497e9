import type { EventLogReader } from '@tenure/event-log';
import { type ParkedRetryRequested, projectionStream } from './discards.js';
import type { LiveView } from './live-view.js';

/**
 * What has been decided about parked customers since it was last asked: each decision is an event on the projection's
 * stream, so whoever holds the customer's partition learns of it, also when it was not there at the time.
 */
export class ParkedDecisions {
  /** Per view: the first revision of its projection's stream that has not been looked at. */
  readonly #next = new WeakMap<LiveView, number>();

  constructor(private readonly log: Pick<EventLogReader, 'readStream'>) {}

  /** Tells about each customer of a view that is parked and about whom something has been decided. Nothing is read while nobody is parked. */
  async forEach(view: LiveView, take: (customerId: string) => Promise<void>): Promise<void> {
    if (view.parkedCount === 0) return;
    const from = this.#next.get(view) ?? 0;
    const decisions = await this.log.readStream(projectionStream(view.projection.name), { from });
    const decided = new Set(decisions.map(({ data }) => (data as ParkedRetryRequested).customerId));
    for (const customerId of decided) if (view.isParked(customerId)) await take(customerId);
    // Not before all has been taken in: after a failure it is told about again.
    if (decisions.length > 0) this.#next.set(view, decisions[decisions.length - 1]!.revision + 1);
  }
}
