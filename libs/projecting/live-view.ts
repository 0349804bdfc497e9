import type { EventLogReader, RecordedEvent } from '@tenure/event-log';
import type { Checkpoint, DocumentChange, Parked, ReadStore, View, ViewChanges } from '@tenure/read-store';
import { streamNamed } from '@tenure/streams';
import { type Discards, loadDiscards } from './discards.js';
import type { EventsByKey } from './events-by-key.js';
import { firstFault, foldCustomer, type HeldDocument, hold } from './fold.js';
import { HeldDocuments } from './held-documents.js';
import { type Projection, readBy } from './projection.js';
import { type SoundEvents, soundEvents } from './sound-events.js';
import { SumChanges } from './sum-changes.js';

/** What a view depends on. */
export interface ViewDependencies {
  readonly log: Pick<EventLogReader, 'readStream'>;
  readonly store: ReadStore;
  readonly now: () => number;
}

/** A build from the log verifies what it folds. For a view that follows the log, verifying would double the cost of each commit, so the scrub does it. */
export interface Verification {
  readonly verify: boolean;
  /** The revision that each customer's events in a batch have to follow; a customer without one has to begin with the start of the stream. */
  readonly after?: ReadonlyMap<string, number>;
}

interface Advance {
  readonly documents: DocumentChange[];
  readonly park: Parked[];
}

/**
 * A view that follows the log, as far as its projection reads it. It receives each customer's events in order and without holes. An event
 * that comes again has no second effect, because the document's own revision decides.
 */
export class LiveView {
  readonly #sums = new SumChanges();
  readonly #held = new HeldDocuments();
  /** Documents loaded to look up their revisions, kept for the fold that follows. */
  readonly #looked = new Map<string, HeldDocument>();
  /** A commit failed, but may have taken effect all the same. */
  #inDoubt = false;
  #view: View;
  #checkpoint: Checkpoint | null;

  private constructor(
    readonly projection: Projection,
    view: View,
    checkpoint: Checkpoint | null,
    private parked: Map<string, Parked>,
    private discards: Discards,
    private readonly dependencies: ViewDependencies,
  ) {
    this.#view = view;
    this.#checkpoint = checkpoint;
  }

  static async open(projection: Projection, view: View, dependencies: ViewDependencies): Promise<LiveView> {
    const { checkpoint, parked } = await standingOf(view, dependencies.store);
    return new LiveView(projection, view, checkpoint, parked, await loadDiscards(dependencies.log, projection.name), dependencies);
  }

  /** As of the last look: readers may have been switched to it since. */
  get view(): View {
    return this.#view;
  }

  /** Takes note of a new look: the same view, now with or without readers. */
  lookedAt(view: View): void {
    this.#view = view;
  }

  get checkpoint(): Checkpoint | null {
    return this.#checkpoint;
  }

  get parkedCount(): number {
    return this.parked.size;
  }

  /**
   * The changes of the batch in this view; nothing is written yet. Follow it by `committed` or `notCommitted`. Without a
   * checkpoint the view's checkpoint does not move.
   */
  async changes(batch: EventsByKey, checkpoint: Checkpoint | null, verification: Verification): Promise<ViewChanges> {
    return this.changesBySound(new Map([...batch].map(([key, events]) => [key, this.soundOf(key, events, verification)])), checkpoint);
  }

  /** The events of a customer that this view reads, as far as they are sound. Pass all of the batch's events of the customer together. */
  soundOf(key: string, events: readonly RecordedEvent[], { verify, after }: Verification): SoundEvents {
    if (!verify) return { events: readBy(this.projection, events), damage: null };
    const sound = soundEvents(events, (after?.get(key) ?? -1) + 1, this.discards.get(key));
    return { events: readBy(this.projection, sound.events), damage: sound.damage };
  }

  /** `changes`, from the results of `soundOf`. */
  async changesBySound(sound: ReadonlyMap<string, SoundEvents>, checkpoint: Checkpoint | null): Promise<ViewChanges> {
    await this.settle();
    const documents: DocumentChange[] = [];
    const park: Parked[] = [];
    const concerned = [...sound].filter(([key, { events, damage }]) => !this.parked.has(key) && (events.length > 0 || damage));
    const held = await this.#fetch(concerned.map(([key]) => key));
    for (const [key, each] of concerned) await this.#advance(key, held.get(key) ?? null, each, { documents, park });
    return { documents, sums: this.#sums.take(), park, checkpoint: checkpoint ? this.#furthest(checkpoint) : undefined };
  }

  /** Revision of the last event that each of these customers' documents has read; customers without a document are left out. */
  async revisionsOf(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.#fetch(keys);
    for (const [key, held] of found) if (!this.#held.get(key)) this.#looked.set(key, held);
    return new Map([...found].map(([key, { revision }]) => [key, revision]));
  }

  /** Called after the changes have been written. */
  committed(changes: ViewChanges): void {
    this.#looked.clear();
    for (const each of changes.park ?? []) this.parked.set(each.key, each);
    for (const key of changes.unpark ?? []) this.parked.delete(key);
    if (changes.checkpoint) this.#checkpoint = changes.checkpoint;
  }

  /** Called after a failure: the folded documents may differ from the stored ones, or the write took effect and the answer was lost. */
  notCommitted(): void {
    this.#looked.clear();
    this.#held.clear();
    this.#sums.take();
    this.#inDoubt = true;
  }

  /** After a failure, reads again where the view stands and which customers are parked. */
  async settle(): Promise<void> {
    if (!this.#inDoubt) return;
    const { checkpoint, parked } = await standingOf(this.#view, this.dependencies.store);
    this.#checkpoint = checkpoint;
    this.parked = parked;
    this.#inDoubt = false;
  }

  async reloadDiscards(): Promise<void> {
    this.discards = await loadDiscards(this.dependencies.log, this.projection.name);
  }

  isParked(key: string): boolean {
    return this.parked.has(key);
  }

  parkedAs(key: string): Parked | undefined {
    return this.parked.get(key);
  }

  /** Retries a parked customer, if it still is, from the event that threw to where the view stands. Damaged events are not folded. */
  async retry(key: string): Promise<ViewChanges> {
    await this.settle();
    const from = this.parked.get(key)?.revision;
    if (from === undefined) return { documents: [], sums: [] };
    const documents: DocumentChange[] = [];
    const park: Parked[] = [];
    const waiting = await this.dependencies.log.readStream(streamNamed(this.projection.of, key), { from, upTo: this.#checkpoint?.position });
    const { events, damage } = soundEvents(waiting, from, this.discards.get(key));
    const held = await this.#fetch([key]);
    await this.#advance(key, held.get(key) ?? null, { events: readBy(this.projection, events), damage }, { documents, park });
    return { documents, sums: this.#sums.take(), park, unpark: park.length === 0 ? [key] : [] };
  }

  /** A feed that delivers old events again does not move the view back; the offset to resume from, in a new publication too, is kept all the same. */
  #furthest(checkpoint: Checkpoint): Checkpoint {
    const own = this.#checkpoint;
    if (own === null || own.position <= checkpoint.position) return checkpoint;
    const { offset, publication } = checkpoint;
    if (offset === undefined || (publication === own.publication && offset <= (own.offset ?? 0))) return own;
    return { ...own, offset, publication };
  }

  /** The existing documents of these customers. */
  async #fetch(keys: readonly string[]): Promise<Map<string, HeldDocument>> {
    const found = new Map<string, HeldDocument>();
    const missing: string[] = [];
    for (const key of keys) {
      const held = this.#held.get(key) ?? this.#looked.get(key);
      this.#looked.delete(key);
      if (held) found.set(key, held);
      else missing.push(key);
    }
    if (missing.length === 0) return found;
    for (const stored of (await this.dependencies.store.load(this.#view, missing)).values()) found.set(stored.key, hold(stored));
    return found;
  }

  /** `read`: the events that the projection reads; `damage` may lie in others, because not even the type of a damaged event is certain. */
  async #advance(key: string, held: HeldDocument | null, { events: read, damage }: SoundEvents, into: Advance): Promise<void> {
    const { documents, park } = into;
    const after = held?.revision ?? -1;
    const next = read.filter(({ revision }) => revision > after);
    const parkDamage = () => {
      if (damage && damage.revision > after) park.push({ key, ...damage, parkedAt: this.dependencies.now() });
    };
    if (next.length === 0) return parkDamage();
    const discarded = this.discards.get(key);
    const folded = foldCustomer(this.projection, key, held, next, this.#sums, discarded);
    const result = folded.outcome === 'faulty' ? firstFault(this.projection, key, await this.#anew(key), next, discarded) : folded;
    if (result.outcome === 'folded') {
      documents.push(result.stored);
      this.#held.keep(key, result.held, result.stored.body.length);
      return parkDamage();
    }
    const { before, at, reason } = result;
    park.push({ key, revision: at.revision, eventType: at.type, reason, parkedAt: this.dependencies.now() });
    if (before === 0) this.#held.letGo(key);
    else await this.#advance(key, await this.#anew(key), { events: next.slice(0, before), damage: null }, into);
  }

  /** The document as it is stored, not as a fold has left it. */
  async #anew(key: string): Promise<HeldDocument | null> {
    this.#held.letGo(key);
    return (await this.#fetch([key])).get(key) ?? null;
  }
}

async function standingOf(view: View, store: ReadStore): Promise<{ checkpoint: Checkpoint | null; parked: Map<string, Parked> }> {
  const snapshot = await store.snapshot();
  try {
    const parked = new Map((await snapshot.parked(view)).map((each) => [each.key, each]));
    return { checkpoint: await snapshot.checkpoint(view), parked };
  } finally {
    snapshot.close();
  }
}
