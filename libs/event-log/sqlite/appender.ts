import { statSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import { judge, type Placed } from '../appended-before.js';
import { type Durability, durability, openForWriting } from './open-database.js';
import { rowChecksum } from './row-checksum.js';
import type { AppendBatch, BatchResult, EventKind, EventValues, RequestResult } from './writer-messages.js';

const CHECKPOINT_AFTER_EVENTS = 20_000;
const WAL_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * The writing side of the log, synchronous: it runs in the writer's own thread. One batch is one transaction and one
 * flush to disk; within it each request is checked against its own expectation before anything of it is written, so a
 * conflict leaves the others alone.
 */
export class SqliteAppender {
  #database!: Database;
  #insert!: Statement;
  #lastRevision!: Statement;
  #from!: Statement;
  #position = 0;
  #recordedAt = 0;
  #sinceCheckpoint = 0;

  constructor(
    private readonly file: string,
    private readonly clock: () => number = Date.now,
  ) {
    this.#open();
  }

  append(batch: AppendBatch): BatchResult {
    const before = { position: this.#position, recordedAt: this.#recordedAt };
    try {
      const result = this.#write(batch);
      this.#sinceCheckpoint += batch.events.length;
      return result;
    } catch (error) {
      this.#position = before.position;
      this.#recordedAt = before.recordedAt;
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  get durability(): Durability {
    return durability(this.#database);
  }

  /** After a failed flush the kernel may have dropped what it could not write: trust only what a new connection reads. */
  reopen(): void {
    this.#database.close();
    this.#open();
  }

  /** Moves the write-ahead log into the file. All checkpoints run here, in the only writer. False when none was due. */
  checkpointIfDue(idle: boolean): boolean {
    if (this.#sinceCheckpoint === 0) return false;
    if (!idle && this.#sinceCheckpoint < CHECKPOINT_AFTER_EVENTS) return false;
    this.#database.pragma('wal_checkpoint(PASSIVE)');
    if ((statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > WAL_LIMIT_BYTES) {
      this.#database.pragma('wal_checkpoint(RESTART)');
    }
    this.#sinceCheckpoint = 0;
    return true;
  }

  close(): void {
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  #open(): void {
    this.#database = openForWriting(this.file);
    this.#insert = this.#database.prepare(
      `INSERT INTO event (position, stream, revision, recorded_at, type, version, event_precision, actor, on_behalf_of, import_id, origin, key_epoch,
         correlation_id, causation_id, occurred_at, data, personal, personal_digest, command_id, command_index, command_events, payload_hash, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#lastRevision = this.#database.prepare('SELECT max(revision) FROM event WHERE stream = ?').pluck();
    this.#from = this.#database.prepare(
      `SELECT command_id AS commandId, ifnull(checksum, '') AS content, position
       FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    const last = this.#database.prepare('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1').raw().get() as [number, number] | undefined;
    this.#position = last?.[0] ?? 0;
    this.#recordedAt = last?.[1] ?? 0;
  }

  #write({ requests, kinds, events }: AppendBatch): BatchResult {
    // A clock that steps back must not make later events look earlier.
    const recordedAt = Math.max(this.clock(), this.#recordedAt);
    const results: RequestResult[] = [];
    let next = 0;
    this.#database.exec('BEGIN IMMEDIATE');
    for (const [stream, expected, count] of requests) {
      const wanted = events.slice(next, next + count).map((values, i) => toRow(stream, expected + 1 + i, kinds[values[0]]!, values));
      next += count;
      const actual = (this.#lastRevision.get(stream) as number | null) ?? -1;
      results.push(actual === expected ? this.#append(wanted, recordedAt) : this.#complete(stream, expected, actual, wanted, recordedAt));
    }
    this.#database.exec('COMMIT');
    this.#recordedAt = recordedAt;
    return { results, recordedAt };
  }

  #append(rows: readonly Row[], recordedAt: number): RequestResult {
    for (const row of rows) this.#insertRow(row, recordedAt);
    return ['appended', rows[rows.length - 1]!.revision, this.#position];
  }

  /** Whoever expects less than there is conflicts, unless the stream ends inside a command of this append: then the rest follows. */
  #complete(stream: string, expected: number, actual: number, wanted: readonly Row[], recordedAt: number): RequestResult {
    const there = actual > expected ? (this.#from.all(stream, expected + 1, wanted.length) as PlacedRow[]) : [];
    if (judge(there, wanted) !== 'torn') return ['conflict', actual];
    const positions = there.map(({ position }) => position);
    for (const row of wanted.slice(there.length)) {
      this.#insertRow(row, recordedAt);
      positions.push(this.#position);
    }
    return ['completed', expected + wanted.length, positions];
  }

  #insertRow({ stream, revision, kind, values, content }: Row, recordedAt: number): void {
    this.#position += 1;
    const [type, version, precision, actor, onBehalfOf, importId, origin, keyEpoch, correlationId, causationId] = kind;
    const [, occurredAt, data, personal, personalDigest, commandId, index, of, payloadHash] = values;
    this.#insert.run(
      this.#position,
      stream,
      revision,
      recordedAt,
      type,
      version,
      precision,
      actor,
      onBehalfOf,
      importId,
      origin,
      keyEpoch,
      correlationId,
      causationId,
      occurredAt,
      data,
      personal,
      personalDigest,
      commandId,
      index,
      of,
      payloadHash,
      content,
    );
  }
}

/** An event that is to be recorded; its content is its checksum. */
interface Row extends Placed {
  readonly stream: string;
  readonly revision: number;
  readonly kind: EventKind;
  readonly values: EventValues;
}

interface PlacedRow extends Placed {
  readonly position: number;
}

function toRow(stream: string, revision: number, kind: EventKind, values: EventValues): Row {
  return { stream, revision, kind, values, commandId: values[5], content: rowChecksum(stream, revision, kind, values) };
}
