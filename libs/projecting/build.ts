import { CUSTOMER_STREAMS, customerOf, type EventLogReader, type RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, Parked, ReadStore, StoredDocument, View, ViewChanges } from '@tenure/read-store';

import { type Discards, loadDiscards } from './discards.js';
import { foldCustomer } from './fold.js';
import type { Projection } from './projection.js';
import { SumChanges } from './sum-changes.js';

export interface BuildProgress {
  readonly events: number;
  readonly customers: number;
  readonly seconds: number;
  readonly done: boolean;
}

/** What a build reads of the log. */
export type FoldedLog = Pick<EventLogReader, 'readStreams' | 'readStream'>;

export interface BuildTarget {
  readonly projection: Projection;
  readonly view: View;
}

interface Target extends BuildTarget {
  readonly sums: SumChanges;
  readonly discards: Discards;
  documents: StoredDocument[];
  park: Parked[];
}

const EVENTS_PER_COMMIT = 20_000;

/**
 * Builds views from the beginning of the log to one position, customer by customer: each customer's stream is read
 * once, folded whole in memory by every projection, and its documents are written once, in key order. Memory does not
 * grow with the log. It works in slices, so that whoever drives it can keep the live views moving in between.
 */
export class Build {
  readonly #targets: Target[];
  readonly #streams: AsyncIterator<RecordedEvent[]>;
  readonly #started = performance.now();
  #events = 0;
  #customers = 0;
  #done = false;
  #unwritten: Map<View, ViewChanges> | null = null;

  private constructor(
    targets: readonly BuildTarget[],
    discards: readonly Discards[],
    readonly upTo: Checkpoint,
    log: FoldedLog,
    private readonly store: ReadStore,
    private readonly now: () => number,
  ) {
    this.#targets = targets.map((target, i) => ({ ...target, sums: new SumChanges(), discards: discards[i]!, documents: [], park: [] }));
    this.#streams = log.readStreams({ prefix: CUSTOMER_STREAMS, upTo: upTo.position })[Symbol.asyncIterator]();
  }

  static async start(targets: readonly BuildTarget[], upTo: Checkpoint, log: FoldedLog, store: ReadStore, now: () => number): Promise<Build> {
    const discards = await Promise.all(targets.map(({ projection }) => loadDiscards(log, projection.name)));
    return new Build(targets, discards, upTo, log, store, now);
  }

  get progress(): BuildProgress {
    return { events: this.#events, customers: this.#customers, seconds: (performance.now() - this.#started) / 1000, done: this.#done };
  }

  get views(): View[] {
    return this.#targets.map(({ view }) => view);
  }

  /** Folds and writes about one commit's worth of events. True when the views stand at `upTo`. */
  async step(): Promise<boolean> {
    if (this.#unwritten) await this.#write();
    const until = this.#events + EVENTS_PER_COMMIT;
    while (this.#events < until && !this.#done) {
      const { value: events, done } = await this.#streams.next();
      if (done) this.#done = true;
      else this.#fold(events);
    }
    await this.#write();
    return this.#done;
  }

  async cancel(): Promise<void> {
    await this.#streams.return?.();
    for (const { view } of this.#targets) await this.store.dropView(view);
  }

  #fold(events: RecordedEvent[]): void {
    const key = customerOf(events[0]!.stream)!;
    for (const target of this.#targets) this.#foldInto(target, key, events);
    this.#events += events.length;
    this.#customers += 1;
  }

  #foldInto(target: Target, key: string, events: readonly RecordedEvent[]): void {
    const result = foldCustomer(target.projection, key, null, events, target.sums, target.discards.get(key));
    if (result.outcome === 'folded') {
      target.documents.push(result.stored);
      return;
    }
    const { before, at, reason } = result;
    target.park.push({ key, revision: at.revision, eventType: at.type, reason, parkedAt: this.now() });
    if (before > 0) this.#foldInto(target, key, events.slice(0, before));
  }

  /** A failed write (a full disk) is written again by the next step: nothing folded is lost. */
  async #write(): Promise<void> {
    this.#unwritten ??= this.#take();
    await this.store.commit(this.#unwritten);
    this.#unwritten = null;
  }

  #take(): Map<View, ViewChanges> {
    const changes = new Map<View, ViewChanges>();
    for (const target of this.#targets) {
      const { documents, park } = target;
      changes.set(target.view, { documents, sums: target.sums.take(), park, checkpoint: this.#done ? this.upTo : undefined });
      target.documents = [];
      target.park = [];
    }
    return changes;
  }
}
