import type { Position } from '@tenure/event-log';
import type { Lease } from './lease.js';

/**
 * How far the log has been published. A publication is the log sent to the topic once, from its beginning. Offsets of one publication mean nothing in
 * another, because the topic may have been recreated in between. Positions and offsets are never derived from one another, so both are kept: everything
 * up to `position` that belongs to partition p lies in the topic before offset `offsets[p]`. A consumer that has read partition p up to `offsets[p]` has
 * therefore seen everything of p up to `position`, however old its own last record is.
 */
export interface RelayCheckpoint {
  /** A random name given at the start of a publication, unique to it. Null before the first publication. */
  readonly publication: string | null;
  /** Null when nothing has been published, as is the time of recording. */
  readonly position: Position | null;
  readonly recordedAt: number | null;
  /** Id of the event at `position`, and of the log that it was published from; absent in checkpoints saved before they were kept. */
  readonly eventId?: string | null;
  readonly logId?: string | null;
  /** By partition, the next offset; 0 where nothing has been published. Empty before the first save. */
  readonly offsets: readonly number[];
  /**
   * By partition, the record before `offsets[p]`; null where nothing has been published. Absent in checkpoints saved before last records were
   * kept. A last record whose offset does not match is left over from an earlier save: a relay that does not keep last records saved since.
   */
  readonly lastRecords?: readonly (LastRecord | null)[];
}

/** Where the last record of a partition lies, and the id of the event in it. */
export interface LastRecord {
  readonly offset: number;
  readonly eventId: string;
}

export interface RelaySnapshot {
  readonly checkpoint: RelayCheckpoint;
  /** Grows with every change of holder, from 0: no relay has held the lease yet. */
  readonly epoch: number;
  readonly holder: string | null;
}

/** The prefix of a publication's name if it was begun before publications had names: its first records carry none. */
export const CONTINUED = 'continued-';

export const NOTHING_PUBLISHED: RelayCheckpoint = {
  publication: null,
  position: null,
  recordedAt: null,
  eventId: null,
  logId: null,
  offsets: [],
  lastRecords: [],
};

/**
 * Where relays agree on which of them publishes and how far it has come. The lease only saves work. Two relays are
 * harmless because `save` accepts the checkpoint of the present epoch only, by compare and set, and because publishing
 * twice is safe. Every method rejects when the store cannot be reached.
 */
export interface RelayState extends Lease {
  /** Durable when it resolves; a sign of life too. False, and nothing saved, when the epoch is over. */
  save(epoch: number, checkpoint: RelayCheckpoint): Promise<boolean>;
  /**
   * Discards the checkpoint: the next publisher begins at the beginning of the log. The present epoch is over, so later
   * saves of its publisher are refused. That publisher may take the lease again at once, when it has nothing more in
   * flight to the topic; others wait as ever.
   */
  startOver(): Promise<void>;
  read(): Promise<RelaySnapshot>;
}
