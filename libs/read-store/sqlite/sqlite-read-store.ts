import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ReadModelsDamaged, ReadStoreRefused, ReadStoreUnavailable } from '../errors.js';
import type { ReadSnapshot, ReadStore, StoredDocument, View, ViewChanges } from '../read-store.js';
import { isDamage } from './damage.js';
import { createSchema, createViewTables, dropViewTables, type FileKind, fileKind } from './schema.js';
import { SqliteSnapshot } from './snapshot.js';
import { ViewWriter } from './view-writer.js';

/** The write-ahead log is moved into the file from the first size on, and truncated from the second. */
const WAL_BYTES = { checkpoint: 32 * 1024 * 1024, truncate: 64 * 1024 * 1024 } as const;

/**
 * Read models on one SQLite file. `synchronous=NORMAL`: after a power cut the file may be some commits old, never torn,
 * and the checkpoint in the same transactions says where to resume. One store writes; any number read.
 */
export class SqliteReadStore implements ReadStore {
  readonly #writer: Database.Database | null;
  readonly #writers = new Map<View, ViewWriter>();
  readonly #idle: SqliteSnapshot[] = [];
  /** Begun in this turn of the event loop: all snapshots requested until the end of the turn share it. */
  #moment: SqliteSnapshot | null = null;
  /** The inode of the file being read. */
  #reads: number | null = null;
  #checkpointedAt = 0;

  private constructor(
    private readonly file: string,
    writer: Database.Database | null,
  ) {
    this.#writer = writer;
  }

  /** @throws ReadStoreRefused, ReadModelsDamaged */
  static openForWriting(file: string): SqliteReadStore {
    mkdirSync(dirname(file), { recursive: true });
    const { database, kind } = openWriter(file);
    if (kind === 'read-store') return new SqliteReadStore(file, database);
    if (kind === 'empty') {
      createSchema(database);
      return new SqliteReadStore(file, database);
    }
    database.close();
    if (kind === 'something-else') throw new ReadStoreRefused(file);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    return SqliteReadStore.openForWriting(file);
  }

  static openForReading(file: string): SqliteReadStore {
    return new SqliteReadStore(file, null);
  }

  async snapshot(): Promise<ReadSnapshot> {
    if (this.#moment) return this.#moment.join();
    this.#follow();
    const moment = (this.#idle.pop() ?? this.#newSnapshot()).begin();
    this.#moment = moment;
    setImmediate(() => {
      if (this.#moment === moment) this.#endMoment();
    });
    return moment.join();
  }

  /** On the writing connection: its page cache survives its own commits, which a reader's does not. */
  async load(view: View, keys: readonly string[]): Promise<Map<string, StoredDocument>> {
    return this.#viewWriter(view).load(keys);
  }

  async commit(changes: ReadonlyMap<View, ViewChanges>): Promise<void> {
    const database = this.#writable();
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const [view, change] of changes) this.#viewWriter(view).apply(change);
      database.exec('COMMIT');
    } catch (error) {
      // A full disk ends the transaction by itself: a rollback without one would hide the reason.
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
    this.#checkpointIfDue(database);
  }

  async views(): Promise<View[]> {
    const rows = this.#writable()
      .prepare('SELECT projection, version, build, live, log_id AS logId FROM view ORDER BY projection, version, build')
      .all() as Array<Omit<View, 'live'> & { live: number }>;
    return rows.map((row) => ({ ...row, live: row.live === 1 }));
  }

  async createView(projection: string, version: number, logId: string | null = null): Promise<View> {
    const database = this.#writable();
    return database.transaction(() => {
      const last = database.prepare('SELECT max(build) FROM view WHERE projection = ?').pluck().get(projection) as number | null;
      const view: View = { projection, version, build: (last ?? 0) + 1, live: false, logId };
      database.prepare('INSERT INTO view (projection, version, build, live, log_id) VALUES (?, ?, ?, 0, ?)').run(projection, version, view.build, logId);
      createViewTables(database, view);
      return view;
    })();
  }

  async makeLive(view: View): Promise<View> {
    const database = this.#writable();
    const old = (await this.views()).filter(({ projection, live, build }) => live && projection === view.projection && build !== view.build);
    database.transaction(() => {
      for (const each of old) this.#drop(each);
      database.prepare('UPDATE view SET live = 1 WHERE projection = ? AND version = ? AND build = ?').run(view.projection, view.version, view.build);
    })();
    this.#writers.clear();
    return { ...view, live: true };
  }

  async dropView(view: View): Promise<void> {
    this.#writable().transaction(() => this.#drop(view))();
    this.#writers.clear();
  }

  async close(): Promise<void> {
    this.#endMoment();
    for (const { database } of this.#idle) database.close();
    if (!this.#writer) return;
    try {
      this.#writer.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      this.#writer.close();
    }
  }

  #newSnapshot(): SqliteSnapshot {
    const database = new Database(this.file, { readonly: true, fileMustExist: true });
    database.pragma('cache_size = -4096');
    const opened = this.#reads;
    return new SqliteSnapshot(database, (snapshot) => {
      if (opened === this.#reads) this.#idle.push(snapshot);
      else snapshot.database.close();
    });
  }

  /** If the file was set aside while it was being read, another one has replaced it: the next moment reads that one. */
  #follow(): void {
    const { ino = null } = statSync(this.file, { throwIfNoEntry: false }) ?? {};
    if (ino === null) throw new ReadStoreUnavailable('The read models were set aside just now, and are begun anew.');
    if (ino === this.#reads) return;
    this.#reads = ino;
    for (const { database } of this.#idle.splice(0)) database.close();
  }

  #endMoment(): void {
    this.#moment?.close();
    this.#moment = null;
  }

  #checkpointIfDue(database: Database.Database): void {
    const size = statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    // Once its whole content has been moved, SQLite writes the same file again from its beginning.
    if (size < this.#checkpointedAt) this.#checkpointedAt = 0;
    if (size < this.#checkpointedAt + WAL_BYTES.checkpoint) return;
    database.pragma(`wal_checkpoint(${size > WAL_BYTES.truncate ? 'TRUNCATE' : 'PASSIVE'})`);
    this.#checkpointedAt = statSync(`${this.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  }

  #drop(view: View): void {
    const database = this.#writable();
    database.prepare('DELETE FROM view WHERE projection = ? AND version = ? AND build = ?').run(view.projection, view.version, view.build);
    dropViewTables(database, view);
  }

  #viewWriter(view: View): ViewWriter {
    let writer = this.#writers.get(view);
    if (!writer) {
      writer = new ViewWriter(this.#writable(), view);
      this.#writers.set(view, writer);
    }
    return writer;
  }

  #writable(): Database.Database {
    if (!this.#writer) throw new Error('This read store was opened for reading.');
    // A read after a write must see it.
    this.#endMoment();
    return this.#writer;
  }
}

/** A reader that holds its moment (a slow export) keeps the file from being truncated: that is retried later, not waited for. */
const LONGEST_WAIT_MS = 20;

function openWriter(file: string): { readonly database: Database.Database; readonly kind: FileKind } {
  const database = new Database(file, { timeout: LONGEST_WAIT_MS });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('wal_autocheckpoint = 0');
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -32768');
    return { database, kind: fileKind(database) };
  } catch (error) {
    database.close();
    throw isDamage(error) ? new ReadModelsDamaged(file, error) : error;
  }
}
