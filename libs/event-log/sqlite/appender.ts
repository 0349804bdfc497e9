import { statSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import { judge, type Placed } from '../appended-before.js';
import { ClockGuard } from '../clock/clock-guard.js';
import { idOf, OpenFiles } from './file-identity.js';
import { LogMoved, rescue } from './log-moved.js';
import { durability, openForWriting } from './open-database.js';
import { placementOf } from './placement.js';
import { rowChecksum } from './row-checksum.js';
import { madeAt } from './schema.js';
import type { AppendBatch, BatchResult, EventKind, EventValues, Opened, RequestResult } from './writer-messages.js';

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
  #files!: OpenFiles;
  /** Id of the file, since it was first opened. */
  #id: string | null = null;
  #mended: readonly string[] = [];

  constructor(
    private readonly file: string,
    private readonly clock: Pick<ClockGuard, 'now'> = new ClockGuard(),
  ) {
    this.#open();
  }

  /** @throws LogMoved when the files are no longer those that were opened, before or after the write: an acknowledged event can be found again */
  append(batch: AppendBatch): BatchResult {
    this.requireInPlace();
    const before = { position: this.#position, recordedAt: this.#recordedAt };
    try {
      const result = this.#write(batch);
      this.requireInPlace();
      this.#sinceCheckpoint += batch.events.length;
      return result;
    } catch (error) {
      this.#position = before.position;
      this.#recordedAt = before.recordedAt;
      rollBack(this.#database);
      throw error;
    }
  }

  get opened(): Opened {
    return { durability: durability(this.#database), madeAt: madeAt(this.#database), mended: this.#mended };
  }

  /** @throws LogMoved */
  requireInPlace(): void {
    // A reopening has failed: SQLite removed the write-ahead log when the file was closed before it.
    if (!this.#database.open) {
      this.#requireSame();
      return;
    }
    const changed = this.#files.changed();
    if (changed !== null) throw rescue(this.#database, this.#files, changed);
  }

  /** Checks that there is a time to record at. @throws LogUnavailable */
  lookAtClock(): void {
    this.clock.now();
  }

  /** Writes and flushes as an append does, and changes nothing. @throws the error that stands in the way */
  tryToWrite(): void {
    if (!this.#database.open) this.#open();
    const version = this.#database.pragma('user_version', { simple: true }) as number;
    try {
      this.#database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; COMMIT`);
    } catch (error) {
      rollBack(this.#database);
      throw error;
    }
  }

  /** After a failed flush the kernel may have dropped what it could not write: trust only what a new connection reads. @throws LogMoved */
  reopen(): void {
    if (this.#database.open) this.requireInPlace();
    this.#database.close();
    this.#open();
  }

  /** Moves the write-ahead log into the file. All checkpoints run here, in the only writer. False when no checkpoint was due. */
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
    this.#requireSame();
    const { database, mended } = openForWriting(this.file);
    this.#database = database;
    this.#requireSame();
    this.#mended = mended;
    this.#insert = this.#database.prepare(
      `INSERT INTO event (position, stream, revision, recorded_at, type, version, event_precision, actor, on_behalf_of, import_id, origin, key_epoch,
         correlation_id, causation_id, occurred_at, data, personal, personal_digest, command_id, command_index, command_events, payload_hash, checksum, placement)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#lastRevision = this.#database.prepare('SELECT max(revision) FROM event WHERE stream = ?').pluck();
    this.#from = this.#database.prepare(
      `SELECT command_id AS commandId, ifnull(checksum, '') AS content, position
       FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    const last = this.#database.prepare('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1').raw().get() as [number, number] | undefined;
    this.#position = last?.[0] ?? 0;
    this.#recordedAt = last?.[1] ?? 0;
    this.#files = new OpenFiles(this.file);
    this.#id = idOf(this.file);
  }

  /** While nothing holds the file open, its name may come to mean another file, or no file, and opening it would make an empty log. */
  #requireSame(): void {
    if (this.#id === null || idOf(this.file) === this.#id) return;
    throw new LogMoved(
      `${this.file} was deleted or replaced while it was opened anew after an error of the disk, so the engine stops. See which log is the right one, and start again.`,
    );
  }

  #write({ requests, kinds, events }: AppendBatch): BatchResult {
    // After the clock steps back, later events must not look earlier.
    const recordedAt = Math.max(this.clock.now(), this.#recordedAt);
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

  /** An append that expects fewer events than there are conflicts, unless the stream ends inside one of its commands: then the rest follows. */
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
      placementOf(this.#position, recordedAt, content),
    );
  }
}

/** An event to record; its content is its checksum. */
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

/** The caller gets the original error, whatever happens in the rollback: a connection that could not roll back fails at its next use. */
function rollBack(database: Database): void {
  try {
    if (database.inTransaction) database.exec('ROLLBACK');
  } catch {
    // SQLite rolls back by itself when the connection is closed; `reopen` follows an I/O error.
  }
}
