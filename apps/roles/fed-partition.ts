import { setImmediate as nextTurn } from 'node:timers/promises';
import { claimable, type RelayCheckpoint } from '@tenure/event-feed/kafka';
import type { LogHead, RecordedEvent } from '@tenure/event-log';
import type { PartitionProjector } from '@tenure/projecting';
import { Fenced, WritesLost } from '@tenure/read-store/mongodb';

const EVENTS_PER_BUILD_STEP = 2_000;

/**
 * One partition's projector, one thing at a time: batches, claims, views that are built in between. A member of the group
 * that comes late may take the partition over and be gone again: as long as it is open here, it is taken back.
 */
export class FedPartition {
  #turn: Promise<unknown> = Promise.resolve();
  #building: Promise<void> | null = null;
  #closed = false;
  #lost = false;
  #failure: string | null = null;
  /** Of the next record that the feed has not brought; null before the first batch of this assignment. */
  #next: number | null = null;

  private constructor(
    private readonly number: number,
    private readonly openProjector: () => Promise<PartitionProjector>,
    private projector: PartitionProjector,
  ) {
    this.#buildOn();
  }

  static async open(number: number, openProjector: () => Promise<PartitionProjector>): Promise<FedPartition> {
    return new FedPartition(number, openProjector, await openProjector());
  }

  /** The offset that the feed has to go on from. */
  begin(): number {
    this.#next = this.projector.offset;
    return this.#next;
  }

  /** Why a view that is being built does not come further. */
  get failure(): string | null {
    return this.#failure;
  }

  get parked(): number {
    return this.projector.parked;
  }

  get building(): boolean {
    return this.projector.building;
  }

  /** `missing`: the feed had lost records before these. */
  async take(events: readonly RecordedEvent[], nextOffset: number, missing: boolean): Promise<void> {
    await this.#exclusive(async () => {
      if (missing) this.projector.goOnFromLog();
      await this.projector.apply(events, nextOffset);
      this.#next = nextOffset;
    });
    this.#buildOn();
  }

  /** Once everything that was published has been read, the partition stands where the relay does. */
  async claim(published: RelayCheckpoint): Promise<void> {
    if (!this.#claimable(published)) return;
    await this.#exclusive(async () => {
      const claimed = this.#claimable(published);
      if (claimed) await this.projector.claim({ ...claimed, offset: this.#next! });
    });
  }

  async refresh(): Promise<void> {
    await this.#exclusive(() => this.projector.refresh());
    this.#buildOn();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn.catch(() => undefined);
    await this.#building;
  }

  /** Null when it is nothing new. */
  #claimable(published: RelayCheckpoint): LogHead | null {
    if (this.#closed || this.#lost || this.#next === null) return null;
    const claimed = claimable(published, this.number, this.#next);
    return claimed && claimed.position > (this.projector.checkpoint?.position ?? '') ? claimed : null;
  }

  /** In slices, so that batches and claims come in between. */
  #buildOn(): void {
    if (this.#building) return;
    if (this.projector.building) this.#building = this.#build();
    else this.#failure = null;
  }

  /** What fails is taken up again by the next batch or refresh. */
  async #build(): Promise<void> {
    try {
      while (!this.#closed && (await this.#exclusive(() => this.projector.build(EVENTS_PER_BUILD_STEP)))) await nextTurn();
      this.#failure = null;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      this.#building = null;
    }
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

  /** The feed goes on where it was. Should the store have less than that, what is between comes from the log. */
  async #takeBack(): Promise<void> {
    this.projector = await this.openProjector();
    if (this.#next !== null && this.projector.offset < this.#next) this.projector.goOnFromLog();
    this.#lost = false;
  }
}
