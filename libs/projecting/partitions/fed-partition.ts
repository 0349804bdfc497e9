import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ClaimedPlace, CONTINUED, claimable, type FeedBatch, type RelayCheckpoint } from '@tenure/event-feed';
import { reasonToWait } from '@tenure/event-log';
import { Fenced, WritesLost } from '@tenure/read-store';
import type { Lockstep } from '../lockstep.js';
import type { PartitionProjector } from '../partition-projector.js';

const EVENTS_PER_BUILD_STEP = 2_000;

export interface FedPartitionParts {
  readonly openProjector: () => Promise<PartitionProjector>;
  /** The partitions whose views are built from the same pages of the log. */
  readonly lockstep: Lockstep;
  /** The present publication. */
  readonly publication: () => Promise<string | null>;
  /** Resolves once all views belong to the present log. */
  readonly settle: () => Promise<void>;
  /** Called when the partition has switched to another publication: the feed has to begin at its beginning. */
  readonly goneOver: (publication: string | null) => void;
}

/**
 * One partition's projector, one thing at a time: batches, claims, and builds in between. A late member of the group may
 * take the partition over and leave again: as long as the partition is open here, it is taken back.
 */
export class FedPartition {
  #turn: Promise<unknown> = Promise.resolve();
  #building: Promise<void> | null = null;
  #closed = false;
  #lost = false;
  #failure: string | null = null;
  /** Offset of the next record that the feed has not brought; null before the first batch of this assignment. */
  #next: number | null = null;
  /** The publication that `#next` is an offset of; null as long as none is known to have begun. */
  #publication: string | null = null;
  /** Publications that need no lookup: the present one, and those that lie before it in the topic. */
  #known = new Set<string | null>();

  private constructor(
    private readonly number: number,
    private readonly parts: FedPartitionParts,
    private projector: PartitionProjector,
  ) {
    this.#buildOn();
  }

  static async open(number: number, parts: FedPartitionParts): Promise<FedPartition> {
    return new FedPartition(number, parts, await parts.openProjector());
  }

  /** The offset from which the feed has to resume, given the present publication. */
  begin(publication: string | null): number {
    this.#goOn(publication, this.projector.offsetIn(publication));
    return this.#next!;
  }

  get publication(): string | null {
    return this.#publication;
  }

  /**
   * From here on the feed brings the present publication, from its beginning, to the present views. A batch still in progress counts as
   * one of the previous publication.
   */
  async switchPublication(): Promise<void> {
    await this.#exclusive(async () => {
      await this.projector.refresh();
      await this.#switchPublication();
    });
  }

  /** False when some of the records belong to a publication that this partition does not know. */
  knows(publications: FeedBatch['publications']): boolean {
    return publications.every((each) => this.#known.has(each));
  }

  /** These publications are older than the present one: a topic was published to again as it was. */
  noteEarlierPublications(publications: FeedBatch['publications']): void {
    for (const each of publications) this.#known.add(each);
  }

  /** Why a build makes no progress. */
  get failure(): string | null {
    return this.#failure;
  }

  get parked(): number {
    return this.projector.parked;
  }

  get building(): boolean {
    return this.projector.building;
  }

  /**
   * A batch that came while the feed was in this publication. No effect if the partition has switched to another since. Records of earlier
   * publications are skipped: the present one has all of the log, and they may show a state of it that no longer exists.
   */
  async take({ events, publications, firstOffset, nextOffset, missing }: FeedBatch, publication: string | null): Promise<void> {
    await this.#exclusive(async () => {
      if (publication !== this.#publication) return;
      if (missing > 0 || firstOffset > this.#next!) this.projector.catchUpFromLog();
      const present = events.filter((_, i) => this.#isPresent(publications[i]!));
      await this.projector.apply(present, { offset: nextOffset, publication: publication ?? undefined });
      if (publication === this.#publication) this.#next = nextOffset;
    });
    this.#buildOn();
  }

  /** Once everything published has been read, the partition's position is the relay's. */
  async claim(published: RelayCheckpoint): Promise<void> {
    if (!this.#claimable(published)) return;
    await this.#exclusive(async () => {
      const claimed = this.#claimable(published);
      if (claimed) await this.projector.claim({ ...claimed, offset: this.#next!, publication: this.#publication! });
    });
  }

  async refresh(): Promise<void> {
    await this.#exclusive(async () => {
      if (await this.projector.refresh()) await this.#switchPublication();
    });
    this.#buildOn();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.parts.lockstep.leave(this);
    await this.#turn.catch(() => undefined);
    await this.#building;
  }

  #goOn(publication: string | null, offset: number): void {
    this.#publication = publication;
    this.#known = new Set([null, ...(publication === null ? [] : [publication])]);
    this.#next = offset;
  }

  /**
   * The views are refreshed before the publication is looked up: views made for another log were made after its publication had begun. A new
   * publication may be of another log, so the views are verified against that log before any of it is folded. Each partition does this again
   * for itself: the last event it folded of the previous log reveals the change only as long as nothing newer covers it.
   */
  async #switchPublication(): Promise<void> {
    const publication = await this.parts.publication();
    if (publication === this.#publication || this.#next === null) return;
    await this.parts.settle();
    this.#goOn(publication, 0);
    this.projector.feedBeginsAnew();
    this.parts.goneOver(publication);
  }

  /** Only a publication begun before publications had names has records without one. */
  #isPresent(publication: string | null): boolean {
    return publication === this.#publication || (publication === null && this.#publication!.startsWith(CONTINUED));
  }

  /** Null when the claim is not new. */
  #claimable(published: RelayCheckpoint): ClaimedPlace | null {
    if (this.#closed || this.#lost || this.#next === null) return null;
    const claimed = claimable(published, this.number, { publication: this.#publication, nextOffset: this.#next });
    return claimed && claimed.position > (this.projector.checkpoint?.position ?? '') ? claimed : null;
  }

  /** In slices, so that batches and claims come in between. */
  #buildOn(): void {
    if (this.#building) return;
    if (this.projector.building) this.#building = this.#build();
    else this.#failure = null;
  }

  /** The next batch or refresh resumes a failed build. */
  async #build(): Promise<void> {
    try {
      while (await this.#buildStep()) await nextTurn();
      this.#failure = null;
    } catch (error) {
      this.#failure = reasonToWait(error);
    } finally {
      this.parts.lockstep.leave(this);
      this.#building = null;
    }
  }

  /** False when there is nothing left to build. */
  async #buildStep(): Promise<boolean> {
    if (this.#closed) return false;
    const { aside } = this.projector;
    if (aside !== null) await this.parts.lockstep.waitTurn(this, aside);
    return !this.#closed && (await this.#exclusive(() => this.projector.build(EVENTS_PER_BUILD_STEP)));
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(async () => {
      if (this.#lost && !this.#closed) await this.#takeBack();
      try {
        return await work();
      } catch (error) {
        this.#lost ||= error instanceof Fenced || error instanceof WritesLost;
        throw error;
      }
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** The feed continues where it was. If the store has less than that, the log supplies what is between. */
  async #takeBack(): Promise<void> {
    this.projector = await this.parts.openProjector();
    await this.#switchPublication();
    if (this.#next !== null && this.projector.offsetIn(this.#publication) < this.#next) this.projector.catchUpFromLog();
    this.#lost = false;
  }
}
