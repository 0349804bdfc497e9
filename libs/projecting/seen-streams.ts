import type { EventLogReader } from '@tenure/event-log';
import { LRUCache } from 'lru-cache';
import type { EventsByKey } from './events-by-key.js';
import { inSequence } from './in-sequence.js';
import type { LiveView } from './live-view.js';
import type { ProjectedKind } from './projected-kind.js';

/** About 5 MB. A customer whose events are more than this many other customers apart is looked up. */
const CUSTOMERS = 50_000;

/** A page of the log, and the revision that each customer's events in it have to follow. */
export interface PageInSequence {
  readonly events: EventsByKey;
  readonly after: ReadonlyMap<string, number>;
}

/**
 * How far each customer's stream has been seen in the log without a hole, for builds that read the log
 * page by page without the cursor: an event that is missing between two pages is not noticed in either of
 * them. This is a fact about the log, and so the same for all views.
 */
export class SeenStreams {
  readonly #last = new LRUCache<string, number>({ max: CUSTOMERS });

  constructor(
    private readonly kind: ProjectedKind,
    private readonly log: Pick<EventLogReader, 'readStream'>,
  ) {}

  /** If not all events before a customer's first one in the page are known, the returned events of that customer begin where the views' documents end. */
  async follow(views: readonly LiveView[], page: EventsByKey): Promise<PageInSequence> {
    for (const view of views) await view.settle();
    const wanted = new Map([...page].filter(([key]) => !views.every((view) => view.isParked(key))));
    const seen = await this.#seen(views, wanted);
    const after = new Map([...wanted].map(([key, events]) => [key, Math.min(seen.get(key)!, events[0]!.revision - 1)]));
    const whole = await inSequence(this.kind, wanted, after, this.log, () => undefined);
    return { events: new Map([...page].map(([key, events]) => [key, whole.get(key) ?? events])), after };
  }

  /** Called after a page has been written. */
  written({ events, after }: PageInSequence): void {
    for (const [key, before] of after) {
      let last = before;
      for (const { revision } of events.get(key)!) if (revision === last + 1) last = revision;
      this.#last.set(key, Math.max(last, this.#last.get(key) ?? -1));
    }
  }

  /** For customers not remembered, or not remembered up to the page, the views' documents tell: those have been folded without holes as well. */
  async #seen(views: readonly LiveView[], page: EventsByKey): Promise<ReadonlyMap<string, number>> {
    const seen = new Map([...page.keys()].map((key) => [key, this.#last.get(key) ?? -1]));
    for (const view of views) {
      const unknown = [...page].filter(([key, events]) => events[0]!.revision > seen.get(key)! + 1).map(([key]) => key);
      if (unknown.length === 0) break;
      for (const [key, revision] of await view.revisionsOf(unknown)) seen.set(key, Math.max(revision, seen.get(key)!));
    }
    return seen;
  }
}
