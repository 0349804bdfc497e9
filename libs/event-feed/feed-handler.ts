import type { RecordedEvent } from '@tenure/event-log';

/**
 * `not-ours`: not a CloudEvent, not of this source, or not a customer's. `unknown-format`: a CloudEvent of a version
 * this code cannot read. `unknown-version`: ours, of an event version that this code does not know. `damaged`: claims to
 * be ours and contradicts itself or lacks something.
 */
export type ForeignReason = 'not-ours' | 'unknown-format' | 'unknown-version' | 'damaged';

/** A record that could not be read as an event. The consumer skips it; the handler decides what becomes of it. */
export interface ForeignRecord {
  readonly offset: number;
  readonly reason: ForeignReason;
  readonly detail: string;
  /** The record's key: the customer's id, if the record is ours. */
  readonly key: string | null;
}

export interface FeedBatch {
  /** In order of offset. A record may come twice, and an old one again. Empty where retention has removed everything. */
  readonly events: readonly RecordedEvent[];
  readonly foreign: readonly ForeignRecord[];
  /** The publication of each of the events; null where its record does not say. Offsets of different publications are not comparable. */
  readonly publications: readonly (string | null)[];
  /** Offset of the first record fetched. */
  readonly firstOffset: number;
  /** Stored together with the changes of the batch, and returned by `assigned`. */
  readonly nextOffset: number;
  /** The end of the partition as of the fetch. */
  readonly highWatermark: number;
  /**
   * How many records lie between the last batch and this one: forward, because retention has removed them; back, because
   * the topic was recreated and ended before the place to resume from. More than 0 means that events may be missing
   * without any later event pointing at them, so read them from the log, or rebuild.
   */
  readonly missing: number;
}

/** Handles the events of each partition: never two calls at once for one partition. */
export interface FeedHandler {
  /**
   * Called before the first batch. Claims the partition in the read store (a new epoch fences the previous owner) and
   * returns the offset to resume from, as stored with the data; null to resume at the group's committed offset, or else
   * at the first record. A rejection is retried until it works or the partition is revoked.
   */
  assigned(partition: number, signal: AbortSignal): Promise<number | null>;
  /**
   * Resolves when the batch has taken effect and is durable. After a rejection the batch comes
   * again, after a pause, for ever; other partitions continue. `signal` aborts when the
   * partition was lost, or a rebalance cannot wait any longer.
   */
  batch(partition: number, batch: FeedBatch, signal: AbortSignal): Promise<void>;
  /** Called after the last batch, when the partition is lost or about to be reassigned. */
  revoked(partition: number): Promise<void>;
}
