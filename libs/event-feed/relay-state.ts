import type { Position } from '@tenure/event-log';
import type { Lease } from './lease.js';

/**
 * How far the log has been published. A publication is the log sent to the topic once, from its beginning: offsets of one
 * mean nothing in another, for the topic may have been made anew in between. Positions and offsets are never derived from one another, so both are kept:
 * everything up to `position` that belongs to partition p lies in the topic before offset `offsets[p]`. A consumer
 * that has read partition p up to `offsets[p]` has therefore seen all there is of it up to `position`, however old its
 * own last record is.
 */
export interface RelayCheckpoint {
  /** Made up when it began; another one never has the same. Null before the first. */
  readonly publication: string | null;
  /** Null when nothing has been published, as is the time of recording. */
  readonly position: Position | null;
  readonly recordedAt: number | null;
  /** Of the event at `position`, and of the log that it was published from; not there in what was saved before they were kept. */
  readonly eventId?: string | null;
  readonly logId?: string | null;
  /** By partition, the next offset; 0 where nothing has been published. Empty before the first save. */
  readonly offsets: readonly number[];
  /**
   * By partition, the record before `offsets[p]`; null where nothing has been published. Not there in what was saved before they were kept; one
   * whose offset is another is of an earlier save, by a relay that does not keep them.
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
  /** Grows with every change of holder, from 0: nobody has held the lease yet. */
  readonly epoch: number;
  readonly holder: string | null;
}

/** With this begins the name of a publication that was begun before publications had names: its first records carry none. */
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
 * Where relays agree on who publishes and how far that has come. The lease saves work; what makes two relays harmless
 * is that `save` takes the checkpoint of the present epoch only, by compare and set, and that publishing twice is safe.
 * Every method rejects when the store cannot be reached.
 */
export interface RelayState extends Lease {
  /** Durable when it resolves; a sign of life too. False, and nothing saved, when the epoch is over. */
  save(epoch: number, checkpoint: RelayCheckpoint): Promise<boolean>;
  /**
   * Nothing counts as published any more: whoever publishes next begins at the beginning of the log. The present epoch is
   * over, so what its publisher still saves is refused. That publisher may take the lease up again at once, when it has
   * nothing on its way to the topic any more; others wait as ever.
   */
  startOver(): Promise<void>;
  read(): Promise<RelaySnapshot>;
}
