import type { FeedBatch } from '../../feed-handler.js';

/** How far a partition has been handled, and since when that has not changed. */
export class PartitionProgress {
  #next: number | null = null;
  #highWatermark = 0;
  #recordedAt: number | null = null;
  #movedAt = performance.now();

  /** Offset of the next record to handle; null before the partition is open. */
  get nextOffset(): number | null {
    return this.#next;
  }

  get highWatermark(): number {
    return this.#highWatermark;
  }

  get lagEvents(): number | null {
    return this.#next === null ? null : Math.max(0, this.#highWatermark - this.#next);
  }

  /** Age of the last event handled while others wait; 0 when no event waits; null when none has been handled since the partition was assigned. */
  get lagMs(): number | null {
    if (this.lagEvents === 0) return 0;
    return this.#recordedAt === null ? null : Math.max(0, Date.now() - this.#recordedAt);
  }

  /** Milliseconds since anything moved, while something waits. */
  get stuckMs(): number {
    return this.lagEvents === 0 ? 0 : performance.now() - this.#movedAt;
  }

  startAt(offset: number): void {
    this.#next = offset;
    this.#movedAt = performance.now();
  }

  handled({ events, nextOffset, highWatermark }: FeedBatch): void {
    this.#next = nextOffset;
    this.#recordedAt = events.at(-1)?.recordedAt ?? this.#recordedAt;
    this.#movedAt = performance.now();
    this.endsAt(highWatermark);
  }

  endsAt(highWatermark: number): void {
    if (this.lagEvents === 0) this.#movedAt = performance.now();
    this.#highWatermark = Math.max(this.#highWatermark, highWatermark);
  }
}
