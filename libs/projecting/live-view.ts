import { type EventLogReader, type RecordedEvent, streamOf } from '@tenure/event-log';
import type { Checkpoint, Parked, ReadStore, StoredDocument, View, ViewChanges } from '@tenure/read-store';

import { type Discards, loadDiscards } from './discards.js';
import { foldCustomer } from './fold.js';
import type { Projection } from './projection.js';
import { SumChanges } from './sum-changes.js';

/** Events of a batch by customer, in the order they came. */
export type EventsByCustomer = ReadonlyMap<string, readonly RecordedEvent[]>;

/**
 * A view that follows the log. Whatever it is handed, twice, late or with holes, each event has its effect once and
 * in order: the document's own revision decides, and what is missing is read from the log.
 */
export class LiveView {
  readonly #sums = new SumChanges();

  private constructor(
    readonly projection: Projection,
    readonly view: View,
    public checkpoint: Checkpoint | null,
    private readonly parked: Map<string, Parked>,
    private discards: Discards,
    private readonly log: EventLogReader,
    private readonly store: ReadStore,
    private readonly now: () => number,
  ) {}

  static async open(projection: Projection, view: View, log: EventLogReader, store: ReadStore, now: () => number): Promise<LiveView> {
    const snapshot = await store.snapshot();
    try {
      const parked = new Map((await snapshot.parked(view)).map((each) => [each.key, each]));
      const discards = await loadDiscards(log, projection.name);
      return new LiveView(projection, view, await snapshot.checkpoint(view), parked, discards, log, store, now);
    } finally {
      snapshot.close();
    }
  }

  get parkedCount(): number {
    return this.parked.size;
  }

  /** What the batch changes in this view; nothing is written yet. */
  async changes(batch: EventsByCustomer, checkpoint: Checkpoint): Promise<ViewChanges> {
    const documents: StoredDocument[] = [];
    const park: Parked[] = [];
    const stored = await this.store.load(this.view, [...batch.keys()]);
    for (const [key, events] of batch) {
      if (this.parked.has(key)) continue;
      await this.#advance(key, stored.get(key) ?? null, events, documents, park);
    }
    return { documents, sums: this.#sums.take(), park, checkpoint: this.#furthest(checkpoint) };
  }

  /** After the changes have been written. */
  committed(changes: ViewChanges): void {
    for (const each of changes.park ?? []) this.parked.set(each.key, each);
    for (const key of changes.unpark ?? []) this.parked.delete(key);
    if (changes.checkpoint) this.checkpoint = changes.checkpoint;
  }

  async reloadDiscards(): Promise<void> {
    this.discards = await loadDiscards(this.log, this.projection.name);
  }

  /** Tries a parked customer again, from the event that threw to where the view stands. Null when it is not parked. */
  async retry(key: string): Promise<ViewChanges | null> {
    const waiting = this.parked.get(key);
    if (!waiting || !this.checkpoint) return null;
    const documents: StoredDocument[] = [];
    const park: Parked[] = [];
    const stored = (await this.store.load(this.view, [key])).get(key) ?? null;
    const events = await this.log.readStream(streamOf(key), { from: waiting.revision, upTo: this.checkpoint.position });
    await this.#advance(key, stored, events, documents, park);
    return { documents, sums: this.#sums.take(), park, unpark: park.length === 0 ? [key] : [] };
  }

  /** A feed that delivers old events again does not take the view back. */
  #furthest(checkpoint: Checkpoint): Checkpoint {
    return this.checkpoint && this.checkpoint.position > checkpoint.position ? this.checkpoint : checkpoint;
  }

  async #advance(key: string, stored: StoredDocument | null, events: readonly RecordedEvent[], documents: StoredDocument[], park: Parked[]): Promise<void> {
    const next = await this.#contiguous(key, (stored?.revision ?? -1) + 1, events);
    if (next.length === 0) return;
    const result = foldCustomer(this.projection, key, stored, next, this.#sums, this.discards.get(key));
    if (result.outcome === 'stopped') {
      park.push({ key, revision: result.at.revision, eventType: result.at.type, reason: result.reason, parkedAt: this.now() });
    }
    if (result.document && result.document !== stored) documents.push(result.document);
  }

  /** The events from `revision` on, in order, without repeats, holes filled from the log. */
  async #contiguous(key: string, revision: number, events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    if (events.every((event, i) => event.revision === revision + i)) return events;
    const wanted = new Map<number, RecordedEvent>();
    for (const event of events) if (event.revision >= revision) wanted.set(event.revision, event);
    if (wanted.size === 0) return [];
    const last = Math.max(...wanted.keys());
    if (wanted.size < last - revision + 1) {
      return this.log.readStream(streamOf(key), { from: revision, limit: last - revision + 1 });
    }
    return [...wanted.values()].sort((a, b) => a.revision - b.revision);
  }
}
