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

  /** Customers of a view that are parked and about whom something has been decided. Nothing is read while nobody is parked. */
  async about(view: LiveView): Promise<ReadonlySet<string>> {
    const decided = new Set<string>();
    if (view.parkedCount === 0) return decided;
    const name = view.projection.name;
    const from = this.#next.get(view) ?? 0;
    for (const event of await this.log.readStream(projectionStream(name), { from })) {
      const { customerId } = event.data as ParkedRetryRequested;
      if (view.isParked(customerId)) decided.add(customerId);
      this.#next.set(view, event.revision + 1);
    }
    return decided;
  }
}
