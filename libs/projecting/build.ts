import { CUSTOMER_STREAMS, customerOf, type EventLogReader, type RecordedEvent, streamOf } from '@tenure/event-log';
import { type Checkpoint, type DocumentChange, type Parked, type ReadStore, type View, type ViewChanges } from '@tenure/read-store';
import { bisect } from './bisect.js';

import { type Discards, loadDiscards } from './discards.js';
import { firstFault, foldCustomer } from './fold.js';
import { type Projection, readBy } from './projection.js';
import { soundEvents } from './sound-events.js';
import { SumChanges } from './sum-changes.js';
import { commitTo, isRefusal, refusedBy, type WriteRefused } from './write-refused.js';

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
  documents: DocumentChange[];
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
  /** Whose streams are in what is not written yet. */
  #slice: string[] = [];
  /** While the slice is written piecemeal, because it is not taken as a whole: in which views each customer is still to be written. */
  #apart: Map<string, Set<Target>> | null = null;
  /** What was last said against the write. */
  #refusal: string | null = null;

  private constructor(
    targets: readonly BuildTarget[],
    discards: readonly Discards[],
    readonly upTo: Checkpoint,
    private readonly log: FoldedLog,
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
    if (this.#unwritten || this.#apart) await this.#write();
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
    this.#slice.push(key);
    this.#foldSound(this.#targets, key, events);
    this.#events += events.length;
    this.#customers += 1;
  }

  /** What is damaged is never folded: its customer waits at the damaged event, in every view. */
  #foldSound(targets: readonly Target[], key: string, all: readonly RecordedEvent[]): void {
    const sound = soundEvents(all);
    for (const target of targets) {
      const discarded = target.discards.get(key);
      const { events, damage } = sound.damage && discarded ? soundEvents(all, 0, discarded) : sound;
      const parked = target.park.length;
      const read = readBy(target.projection, events);
      if (read.length > 0) this.#foldInto(target, key, read);
      if (damage && target.park.length === parked) target.park.push({ key, ...damage, parkedAt: this.now() });
    }
  }

  #foldInto(target: Target, key: string, events: readonly RecordedEvent[]): void {
    const { projection, sums, discards } = target;
    const result = foldCustomer(projection, key, null, events, sums, discards.get(key));
    if (result.outcome === 'folded') {
      target.documents.push(result.stored);
      return;
    }
    const { before, at, reason } = result.outcome === 'faulty' ? firstFault(projection, key, null, events, discards.get(key)) : result;
    target.park.push({ key, revision: at.revision, eventType: at.type, reason, parkedAt: this.now() });
    if (before > 0) this.#foldInto(target, key, events.slice(0, before));
  }

  /**
   * A failed write (a full disk) is written again by the next step: nothing folded is lost. One that fails twice alike, and not
   * because of the store, is folded anew, fewer customers at a time, until those stand alone whose documents are not taken.
   */
  async #write(): Promise<void> {
    if (this.#apart) await this.#writeApart(this.#apart);
    else {
      this.#unwritten ??= this.#take(this.#done ? this.upTo : undefined);
      try {
        await commitTo(this.store, this.#unwritten);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const again = this.#refusal === error.message;
        this.#refusal = error.message;
        if (!again) throw error;
        this.#apart = new Map(this.#slice.map((key) => [key, new Set(this.#targets)]));
        await this.#writeApart(this.#apart);
      }
    }
    this.#unwritten = null;
    this.#apart = null;
    this.#refusal = null;
    this.#slice = [];
  }

  #take(checkpoint: Checkpoint | undefined): Map<View, ViewChanges> {
    const changes = new Map<View, ViewChanges>();
    for (const target of this.#targets) {
      const { documents, park } = target;
      changes.set(target.view, { documents, sums: target.sums.take(), park, checkpoint });
      target.documents = [];
      target.park = [];
    }
    return changes;
  }

  /** `open`: in which views each customer is not written yet. What has been written stays so when it fails in the middle. */
  async #writeApart(open: ReadonlyMap<string, Set<Target>>): Promise<void> {
    const keys = [...open.keys()].filter((key) => open.get(key)!.size > 0);
    let refusal: WriteRefused | null = null;
    const isToBlame = (error: unknown): boolean => {
      if (isRefusal(error)) refusal = error;
      return isRefusal(error);
    };
    const write = async (some: readonly string[], targets: readonly Target[]) => {
      await this.#foldAnew(some, (key) => targets.filter((target) => open.get(key)!.has(target)));
      for (const key of some) for (const target of targets) open.get(key)!.delete(target);
    };
    const culprits = await bisect(keys, (some) => write(some, this.#targets), isToBlame);
    if (refusal && culprits.length === this.#slice.length && culprits.length > 1) throw refusal;
    const parked: Array<readonly [Target, Parked]> = [];
    for (const key of culprits) {
      for (const target of [...open.get(key)!]) {
        const [refused] = await bisect([key], (some) => write(some, [target]), isToBlame);
        if (refused === undefined) continue;
        const [first] = readBy(target.projection, await this.log.readStream(streamOf(key), { upTo: this.upTo.position }));
        const reason = refusedBy(target.projection, refusal!);
        parked.push([target, { key, revision: first!.revision, eventType: first!.type, reason, parkedAt: this.now() }]);
      }
    }
    this.#take(undefined);
    for (const [target, each] of parked) target.park.push(each);
    await commitTo(this.store, this.#take(this.#done ? this.upTo : undefined));
  }

  async #foldAnew(keys: readonly string[], targetsOf: (key: string) => readonly Target[]): Promise<void> {
    this.#take(undefined);
    for (const key of keys) {
      const events = await this.log.readStream(streamOf(key), { upTo: this.upTo.position });
      this.#foldSound(targetsOf(key), key, events);
    }
    await commitTo(this.store, this.#take(undefined));
  }
}
