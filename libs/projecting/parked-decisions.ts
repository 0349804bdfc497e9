import type { EventLogReader } from '@tenure/event-log';
import { type ParkedRetryRequested, projectionStream } from './discards.js';
import type { LiveView } from './live-view.js';

/**
 * The decisions about parked customers since the last look. Each decision is an event on the projection's stream, so
 * the process that holds the customer's partition learns of it, even if it did not hold the partition at the time.
 */
export class ParkedDecisions {
  /** Per view: the first revision of its projection's stream that has not been read. */
  readonly #next = new WeakMap<LiveView, number>();

  constructor(private readonly log: Pick<EventLogReader, 'readStream'>) {}

  /** Calls `take` for each parked customer of a view with a new decision. Reads nothing while no customer is parked. */
  async forEach(view: LiveView, take: (customerId: string) => Promise<void>): Promise<void> {
    if (view.parkedCount === 0) return;
    const from = this.#next.get(view) ?? 0;
    const decisions = await this.log.readStream(projectionStream(view.projection.name), { from });
    const decided = new Set(decisions.map(({ data }) => (data as ParkedRetryRequested).customerId));
    for (const customerId of decided) if (view.isParked(customerId)) await take(customerId);
    // Only after all have been taken: after a failure they are reported again.
    if (decisions.length > 0) this.#next.set(view, decisions[decisions.length - 1]!.revision + 1);
  }
}
