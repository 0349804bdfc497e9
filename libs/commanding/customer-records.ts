import { setImmediate as nextTurn } from 'node:timers/promises';
import { copyState } from '@tenure/customer';
import { type EventLogReader, isTorn, type RecordedEvent, type Snapshots, streamOf, tornCommand } from '@tenure/event-log';
import type { CommandRow } from './command-row.js';
import { CustomerRecord } from './customer-record.js';
import { LongRecord } from './long-record.js';
import { liesAt, readKept, type SnapshotPart, toKept } from './snapshot.js';

export interface CustomerRecordsOptions {
  /** Keeps the folded state of long histories; null: these are read from the beginning at every load. */
  readonly snapshots?: Snapshots | null;
  /** Number of events from which on a history is long. Also the size of one read, so that nobody else waits for more than that. */
  readonly longFrom?: number;
  /** A long history is read from at most this many events before its end. */
  readonly snapshotEvery?: number;
}

/** While a history without a snapshot is read, the part read so far is kept after this many events. */
const LARGEST_PART = 20_000;
/** Events folded, or parts of a snapshot taken in, before other work gets its turn: about a millisecond. */
const EVENTS_A_TURN = 100;
const PARTS_A_TURN = 20;

/** Makes the records of customers from the log, and keeps snapshots of long ones that are complete. */
export class CustomerRecords {
  readonly #snapshots: Snapshots | null;
  readonly #longFrom: number;
  readonly #snapshotEvery: number;

  constructor(
    private readonly log: Pick<EventLogReader, 'readStream'>,
    { snapshots = null, longFrom = 500, snapshotEvery = 1_000 }: CustomerRecordsOptions = {},
  ) {
    this.#snapshots = snapshots;
    this.#longFrom = longFrom;
    this.#snapshotEvery = snapshotEvery;
  }

  async load(customerId: string): Promise<CustomerRecord> {
    const stream = streamOf(customerId);
    const beginning = await this.log.readStream(stream, { from: 0, limit: this.#longFrom });
    if (beginning.length === this.#longFrom) return this.#loadLong(stream);
    const record = new CustomerRecord();
    takeIn(record, [], beginning);
    return record;
  }

  /** Brings what commands name (`LongRecord.bring`); null for a record that has everything at hand, so that no caller has to wait. */
  bring(record: CustomerRecord, customerId: string, rows: readonly CommandRow[], mostAtHand: number): Promise<void> | null {
    return record instanceof LongRecord ? record.bring(rows, { log: this.log, stream: streamOf(customerId) }, mostAtHand) : null;
  }

  /** Folds in what the log holds after the record. @throws StreamDamaged when the stream continues after a torn command */
  async catchUp(record: CustomerRecord, stream: string): Promise<void> {
    let begun: RecordedEvent[] = [];
    for (;;) {
      const page = await this.log.readStream(stream, { from: record.revision + 1 + begun.length, limit: this.#longFrom });
      for (let at = 0; at < page.length; at += EVENTS_A_TURN) {
        if (at > 0) await nextTurn();
        begun = takeIn(record, begun, page.slice(at, at + EVENTS_A_TURN));
      }
      if (page.length < this.#longFrom) break;
      if (record instanceof LongRecord) this.#keep(record, stream, LARGEST_PART);
      await nextTurn();
    }
  }

  /** Whether a record has outgrown its form: the next command loads it as a long one. */
  hasOutgrown(record: CustomerRecord): boolean {
    return !(record instanceof LongRecord) && record.revision >= this.#longFrom;
  }

  /** Runs in the background. */
  keepSnapshotIfDue(record: CustomerRecord, customerId: string): void {
    if (record instanceof LongRecord) this.#keep(record, streamOf(customerId), this.#snapshotEvery);
  }

  async #loadLong(stream: string): Promise<LongRecord> {
    const record = (await this.#fromSnapshot(stream)) ?? new LongRecord(stream);
    await this.catchUp(record, stream);
    this.#keep(record, stream, this.#snapshotEvery);
    return record;
  }

  /** Null where there is no snapshot, or it is not of this very log. */
  async #fromSnapshot(stream: string): Promise<LongRecord | null> {
    const parts = (await this.#snapshots?.read(stream)) ?? [];
    let record = new LongRecord(stream);
    for (const [at, kept] of parts.entries()) {
      const part = readKept(stream, kept);
      if (part?.from === 0) record = new LongRecord(stream);
      if (part && part.from <= record.revision + 1 && part.to > record.revision) takePart(record, part);
      if (at % PARTS_A_TURN === PARTS_A_TURN - 1) await nextTurn();
    }
    if (record.last === null) return null;
    const [event] = await this.log.readStream(stream, { from: record.revision, limit: 1 });
    return liesAt(record.last(), event) ? record : null;
  }

  #keep(record: LongRecord, stream: string, every: number): void {
    const { kept, revision: to, whole, last } = record;
    if (!this.#snapshots || record.unopened !== null || last === null || to - kept.triedAt < every) return;
    const from = kept.to + 1;
    kept.triedAt = to;
    const names = record.index.pack(from, to).toString('base64');
    void this.#snapshots.keep(stream, toKept(stream, { from, to, last: last(), whole, names }), from === 0).then((isKept) => {
      if (isKept) kept.to = Math.max(kept.to, to);
    });
  }
}

/**
 * @param begun events of a command that has not ended yet: it counts wholly or not at all
 * @returns the events of the command inside which the page ends
 */
function takeIn(record: CustomerRecord, begun: readonly RecordedEvent[], page: readonly RecordedEvent[]): RecordedEvent[] {
  let command = [...begun];
  for (const event of page) {
    const before = command.at(-1);
    if (before && isTorn(before, event)) throw tornCommand(before);
    command.push(event);
    if (isTorn(event, null)) continue;
    for (const each of command) record.takeIn(each);
    command = [];
  }
  record.torn = command.at(-1) ?? null;
  return command;
}

function takePart(record: LongRecord, { from, to, last, whole, names }: SnapshotPart): void {
  record.index.unpack(Buffer.from(names, 'base64'), from, to, record.revision);
  record.revision = to;
  record.last = () => last;
  record.whole = whole;
  record.state = copyState(whole);
  record.kept.to = to;
  record.kept.triedAt = to;
}
