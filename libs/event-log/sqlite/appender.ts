import { statSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';
import { type Durability, durability, openForWriting } from './open-database.js';
import type { AppendBatch, BatchResult, RequestResult } from './writer-messages.js';

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
      `INSERT INTO event (position, stream, revision, recorded_at, type, version, actor, correlation_id, causation_id, occurred_at, data, personal, command_id, command_index, payload_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#lastRevision = this.#database.prepare('SELECT max(revision) FROM event WHERE stream = ?').pluck();
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
      const actual = this.#lastRevision.get(stream) as number | null;
      const from = next;
      next += count;
      if ((actual ?? -1) !== expected) {
        results.push(['conflict', actual ?? -1]);
        continue;
      }
      let revision = expected;
      for (let i = from; i < next; i++) {
        revision += 1;
        this.#position += 1;
        const [kind, occurredAt, data, personal, commandId, index, payloadHash] = events[i]!;
        const [type, version, actor, correlationId, causationId] = kinds[kind]!;
        this.#insert.run(
          this.#position,
          stream,
          revision,
          recordedAt,
          type,
          version,
          actor,
          correlationId,
          causationId,
          occurredAt,
          data,
          personal,
          commandId,
          index,
          payloadHash,
        );
      }
      results.push(['appended', revision, this.#position]);
    }
    this.#database.exec('COMMIT');
    this.#recordedAt = recordedAt;
    return { results, recordedAt };
  }
}
