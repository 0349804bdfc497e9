import type { EventLogReader, Position, RecordedEvent } from '@tenure/event-log';
import { type Checkpoint, type DocumentChange, type Parked, type ReadStore, type View, type ViewChanges } from '@tenure/read-store';
import { bisect } from './bisect.js';
import { type Discards, loadDiscards } from './discards.js';
import { firstFault, foldCustomer } from './fold.js';
import { byKind, customerStreams, keyOf, type ProjectedKind } from './projected-kind.js';
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

/** The part of the log that a build reads. */
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

/** A stream, and the targets that fold it. */
interface StreamToFold {
  readonly key: string;
  readonly targets: readonly Target[];
}

interface StreamOfKind {
  readonly kind: ProjectedKind;
  readonly targets: readonly Target[];
  readonly events: readonly RecordedEvent[];
}

const EVENTS_PER_COMMIT = 20_000;

/**
 * Builds views from the beginning of the log to one position, stream by stream, one kind after the other: each stream is read once, folded whole in memory by
 * every projection of its kind, and its documents are written once, in key order. Memory does not grow with the log. It works in slices, so that the caller can
 * keep the live views moving in between.
 */
export class Build {
  readonly #targets: Target[];
  readonly #streams: AsyncIterator<StreamOfKind>;
  readonly #started = performance.now();
  #events = 0;
  #customers = 0;
  #done = false;
  #unwritten: Map<View, ViewChanges> | null = null;
  /** The streams whose result is not written yet, by name. */
  #slice = new Map<string, StreamToFold>();
  /** Set while the slice is written piecemeal because the store refused it as a whole: by stream, the views in which it is still to be written. */
  #apart: Map<string, Set<Target>> | null = null;
  /** The last refusal of the write. */
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
    this.#streams = streamsOf(
      byKind(this.#targets, ({ projection }) => projection.of),
      log,
      upTo.position,
    );
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
      const { value, done } = await this.#streams.next();
      if (done) this.#done = true;
      else this.#fold(value);
    }
    await this.#write();
    return this.#done;
  }

  async cancel(): Promise<void> {
    await this.#streams.return?.();
    for (const { view } of this.#targets) await this.store.dropView(view);
  }

  #fold({ kind, targets, events }: StreamOfKind): void {
    const { stream } = events[0]!;
    const key = keyOf(kind, stream)!;
    this.#slice.set(stream, { key, targets });
    this.#foldSound(targets, key, events);
    this.#events += events.length;
    if (kind.name === customerStreams.name) this.#customers += 1;
  }

  /** Damaged events are never folded: their customer waits at the damaged event, in every view. */
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
   * The next step repeats a failed write (a full disk): nothing folded is lost. If it fails twice with
   * the same error, and not because of the store, the slice is folded again with fewer streams at a
   * time, until the streams whose documents are refused stand alone.
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
        this.#apart = new Map([...this.#slice].map(([stream, { targets }]) => [stream, new Set(targets)]));
        await this.#writeApart(this.#apart);
      }
    }
    this.#unwritten = null;
    this.#apart = null;
    this.#refusal = null;
    this.#slice.clear();
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

  /** `open`: the views in which each stream is not written yet. If it fails in the middle, what has been written stays written. */
  async #writeApart(open: ReadonlyMap<string, Set<Target>>): Promise<void> {
    const streams = [...open.keys()].filter((stream) => open.get(stream)!.size > 0);
    let refusal: WriteRefused | null = null;
    const isToBlame = (error: unknown): boolean => {
      if (isRefusal(error)) refusal = error;
      return isRefusal(error);
    };
    const write = async (some: readonly string[], targets: readonly Target[]) => {
      await this.#foldAnew(some, (stream) => targets.filter((target) => open.get(stream)!.has(target)));
      for (const stream of some) for (const target of targets) open.get(stream)!.delete(target);
    };
    const culprits = await bisect(streams, (some) => write(some, this.#targets), isToBlame);
    if (refusal && culprits.length === this.#slice.size && culprits.length > 1) throw refusal;
    const parked: Array<readonly [Target, Parked]> = [];
    for (const stream of culprits) {
      const { key } = this.#slice.get(stream)!;
      for (const target of [...open.get(stream)!]) {
        const [refused] = await bisect([stream], (some) => write(some, [target]), isToBlame);
        if (refused === undefined) continue;
        const [first] = readBy(target.projection, await this.log.readStream(stream, { upTo: this.upTo.position }));
        const reason = refusedBy(target.projection, refusal!);
        parked.push([target, { key, revision: first!.revision, eventType: first!.type, reason, parkedAt: this.now() }]);
      }
    }
    this.#take(undefined);
    for (const [target, each] of parked) target.park.push(each);
    await commitTo(this.store, this.#take(this.#done ? this.upTo : undefined));
  }

  async #foldAnew(streams: readonly string[], targetsOf: (stream: string) => readonly Target[]): Promise<void> {
    this.#take(undefined);
    for (const stream of streams) {
      const events = await this.log.readStream(stream, { upTo: this.upTo.position });
      this.#foldSound(targetsOf(stream), this.#slice.get(stream)!.key, events);
    }
    await commitTo(this.store, this.#take(undefined));
  }
}

async function* streamsOf(kinds: ReadonlyMap<ProjectedKind, readonly Target[]>, log: FoldedLog, upTo: Position): AsyncGenerator<StreamOfKind, undefined> {
  const prefixes = [...kinds.keys()].map(({ prefix }) => prefix);
  for await (const events of log.readStreams({ prefixes, upTo })) {
    const [kind, targets] = [...kinds].find(([each]) => keyOf(each, events[0]!.stream) !== null)!;
    yield { kind, targets, events };
  }
}
