import type { Collection, UpdateFilter } from 'mongodb';
import { LeaseWatch } from '../kafka/relay/lease-watch.js';
import { TOPIC } from '../kafka/topic.js';
import { type LastRecord, NOTHING_PUBLISHED, type RelayCheckpoint, type RelaySnapshot, type RelayState } from '../relay-state.js';

export interface RelayDocument {
  /** The topic that is published to. */
  readonly _id: string;
  readonly epoch: number;
  readonly holder: string | null;
  readonly beat: number;
  readonly ttlMs: number;
  /** Absent in records from before publications had names. */
  readonly publication?: string | null;
  readonly position: string | null;
  readonly recordedAt: number | null;
  readonly eventId?: string | null;
  readonly logId?: string | null;
  readonly offsets: readonly number[];
  readonly lastRecords?: readonly (LastRecord | null)[];
}

const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;
const DUPLICATE_KEY = 11000;

/**
 * The relays' lease and checkpoint as one document. Every write is one update guarded by the epoch, so none needs a
 * transaction. A checkpoint that is read and later rolled back by a failover was still true when it was written, and an
 * older one only makes the relay publish again: neither can lose an event.
 */
export class MongoRelayState implements RelayState {
  readonly #watch: LeaseWatch;

  constructor(
    private readonly documents: Collection<RelayDocument>,
    private readonly topic: string = TOPIC,
    now?: () => number,
  ) {
    this.#watch = new LeaseWatch(now);
  }

  async acquire(holder: string, ttlMs: number): Promise<number | null> {
    const { epoch, beat, ...seen } = await this.#document();
    const free = seen.holder === null || seen.holder === holder || this.#watch.silent({ epoch, beat, ttlMs: seen.ttlMs });
    if (!free) return null;
    const taken = await this.#update({ epoch, beat }, { $set: { holder, ttlMs }, $inc: { epoch: 1, beat: 1 } });
    return taken ? epoch + 1 : null;
  }

  renew(epoch: number): Promise<boolean> {
    return this.#update({ epoch, holder: { $ne: null } }, { $inc: { beat: 1 } });
  }

  save(epoch: number, { publication, position, recordedAt, eventId = null, logId = null, offsets, lastRecords = [] }: RelayCheckpoint): Promise<boolean> {
    const checkpoint = { publication, position, recordedAt, eventId, logId, offsets, lastRecords };
    return this.#update({ epoch, holder: { $ne: null } }, { $set: checkpoint, $inc: { beat: 1 } });
  }

  async release(epoch: number): Promise<void> {
    await this.#update({ epoch }, { $set: { holder: null } });
  }

  async startOver(): Promise<void> {
    await this.#document();
    await this.#update({}, { $set: NOTHING_PUBLISHED, $inc: { epoch: 1, beat: 1 } });
  }

  async read(): Promise<RelaySnapshot> {
    const { publication = null, position, recordedAt, eventId = null, logId = null, offsets, lastRecords = [], epoch, holder } = await this.#document();
    return { checkpoint: { publication, position, recordedAt, eventId, logId, offsets, lastRecords }, epoch, holder };
  }

  async #update(guard: object, change: UpdateFilter<RelayDocument>): Promise<boolean> {
    const { matchedCount } = await this.documents.updateOne({ _id: this.topic, ...guard }, change, DURABLE);
    return matchedCount === 1;
  }

  async #document(): Promise<RelayDocument> {
    const found = await this.documents.findOne({ _id: this.topic });
    if (found) return found;
    const fresh: RelayDocument = { _id: this.topic, epoch: 0, holder: null, beat: 0, ttlMs: 0, ...NOTHING_PUBLISHED };
    try {
      await this.documents.insertOne(fresh, DURABLE);
      return fresh;
    } catch (error) {
      // Another relay has made it between our look and our insert.
      if ((error as { code?: number }).code === DUPLICATE_KEY) return this.#document();
      throw error;
    }
  }
}
