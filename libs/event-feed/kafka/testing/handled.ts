import type { RecordedEvent } from '@tenure/event-log';
import type { FeedBatch, FeedHandler } from '../../feed-handler.js';

/** A read store of several processes: what each partition has handled, and who holds it. */
export class Handled {
  readonly events: RecordedEvent[] = [];
  readonly batches: Array<{ partition: number; batch: FeedBatch }> = [];
  readonly held = new Map<number, string>();
  readonly overlaps: string[] = [];
  readonly offsets = new Map<number, number>();

  handler(member: string, before: (partition: number, batch: FeedBatch, signal: AbortSignal) => Promise<void> = async () => undefined): FeedHandler {
    return {
      assigned: async (partition) => {
        if (this.held.has(partition)) this.overlaps.push(`${member} got ${partition} while ${this.held.get(partition)} had it`);
        this.held.set(partition, member);
        return this.offsets.get(partition) ?? null;
      },
      batch: async (partition, batch, signal) => {
        await before(partition, batch, signal);
        if (this.held.get(partition) !== member) this.overlaps.push(`${member} handled ${partition} without having it`);
        this.batches.push({ partition, batch });
        this.events.push(...batch.events);
        this.offsets.set(partition, batch.nextOffset);
      },
      revoked: async (partition) => {
        if (this.held.get(partition) === member) this.held.delete(partition);
      },
    };
  }
}
