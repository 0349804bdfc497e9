import type { RecordedEvent } from '@tenure/event-log';

/**
 * `not-ours`: no CloudEvent, or not of this source, or not a customer's. `unknown-format`: a CloudEvent of a version
 * this code cannot read. `unknown-version`: ours, of an event version that this code does not know. `damaged`: claims to
 * be ours and contradicts itself or lacks something.
 */
export type ForeignReason = 'not-ours' | 'unknown-format' | 'unknown-version' | 'damaged';

/** A record that could not be read as an event. It is passed by; what becomes of it is the handler's business. */
export interface ForeignRecord {
  readonly offset: number;
  readonly reason: ForeignReason;
  readonly detail: string;
  /** The record's key: the customer's id, if the record is ours. */
  readonly key: string | null;
}

export interface FeedBatch {
  /** In order of offset. A record may come twice, and an old one again. Empty where retention has removed all there was. */
  readonly events: readonly RecordedEvent[];
  readonly foreign: readonly ForeignRecord[];
  /** Which each of the events came in; null where its record does not say so. Offsets of different ones have nothing to do with each other. */
  readonly publications: readonly (string | null)[];
  /** Of the first record fetched. */
  readonly firstOffset: number;
  /** To be stored with what the batch changes, and given back by `assigned`. */
  readonly nextOffset: number;
  /** The end of the partition as of the fetch. */
  readonly highWatermark: number;
  /**
   * How many records lie between the last batch and this one: forward, because retention has removed them; back, because
   * the topic was made anew and ended before the place to go on from. More than 0 means that events may be missing which
   * nothing later points at, so read them from the log, or rebuild.
   */
  readonly missing: number;
}

/** What is done with the events, per partition: never two calls at once for one partition. */
export interface FeedHandler {
  /**
   * Before the first batch. Claims the partition in the read store (a new epoch fences whoever had it) and answers the
   * offset to go on from, as stored with the data; null to go on where the group committed, else at the first record. A
   * rejection is tried again until it works or the partition is revoked.
   */
  assigned(partition: number, signal: AbortSignal): Promise<number | null>;
  /**
   * Resolves when the batch has taken effect and is durable. A rejection brings the batch again, after a pause, for
   * ever; other partitions go on. `signal` aborts when the partition was lost, or a rebalance cannot wait any longer.
   */
  batch(partition: number, batch: FeedBatch, signal: AbortSignal): Promise<void>;
  /** After the last batch, when the partition has gone or is about to be shared out anew. */
  revoked(partition: number): Promise<void>;
}
