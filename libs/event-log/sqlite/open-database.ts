import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LogRefused, newerLayout } from '../errors.js';
import { refuseOtherNames } from './file-identity.js';
import { logDamage } from './log-damage.js';
import { refusedByDisk } from './refused-by-disk.js';
import { bringUpToDate, LOG_LAYOUT, layoutOf } from './schema.js';
import { setTriggers } from './triggers.js';

/** First release with the WAL-reset fix (sqlite.org/wal.html, "the WAL-reset bug"): older ones can lose committed writes. */
const OLDEST_SQLITE = [3, 51, 3] as const;
const FULL = 2;

export interface OpenedForWriting {
  readonly database: Database.Database;
  /** Triggers against changes that were missing, and have been restored. */
  readonly mended: readonly string[];
}

/** The one writing connection. Every durability setting is set and read back, on every open; a log of an earlier layout is upgraded. */
export function openForWriting(file: string): OpenedForWriting {
  refuseOtherNames(file);
  const database = openOrRefuse(file);
  try {
    refuseOldSqlite(database);
    const layout = readableLayout(database, file);
    database.pragma('journal_mode = WAL');
    // better-sqlite3 is compiled to fall back to NORMAL on every reopened WAL file, so this is never left to a default.
    database.pragma('synchronous = FULL');
    database.pragma('wal_autocheckpoint = 0');
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -16384');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    assertDurable(database, file);
    bringUpToDate(database, layout);
    return { database, mended: setTriggers(database) };
  } catch (error) {
    database.close();
    throw refusal(error, file);
  }
}

/** A log of an earlier layout is read as it is. @throws LogRefused */
export function openForReading(file: string): { readonly database: Database.Database; readonly layout: number } {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const layout = readableLayout(database, file);
    // Small: SQLite discards the cache of a reader whenever the writer commits; the operating system's cache stays.
    database.pragma('cache_size = -2048');
    return { database, layout };
  } catch (error) {
    database.close();
    throw refusal(error, file);
  }
}

function readableLayout(database: Database.Database, file: string): number {
  const layout = layoutOf(database);
  if (layout === null) throw new LogRefused('not-a-log', `${file} is an SQLite file, but not a Tenure log. Name another file or folder.`);
  if (layout > LOG_LAYOUT) throw newerLayout(file, layout, LOG_LAYOUT);
  return layout;
}

/** What the writing connection reports about itself. */
export interface Durability {
  readonly sqlite: string;
  readonly journalMode: string;
  readonly synchronous: string;
}

export function durability(database: Database.Database): Durability {
  const synchronous = Number(database.pragma('synchronous', { simple: true }));
  return {
    sqlite: sqliteVersion(database),
    journalMode: String(database.pragma('journal_mode', { simple: true })),
    synchronous: ['OFF', 'NORMAL', 'FULL', 'EXTRA'][synchronous] ?? String(synchronous),
  };
}

function openOrRefuse(file: string): Database.Database {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new Database(file);
  } catch (error) {
    throw refusal(error, file);
  }
}

function sqliteVersion(database: Database.Database): string {
  return String(database.prepare('SELECT sqlite_version()').pluck().get());
}

function refuseOldSqlite(database: Database.Database): void {
  const version = sqliteVersion(database);
  const parts = version.split('.').map(Number);
  for (let i = 0; i < OLDEST_SQLITE.length; i++) {
    const difference = (parts[i] ?? 0) - OLDEST_SQLITE[i]!;
    if (difference > 0) return;
    if (difference < 0) {
      throw new LogRefused(
        'sqlite-too-old',
        `SQLite ${version} can lose committed writes; ${OLDEST_SQLITE.join('.')} or later is needed. Reinstall with "npm ci".`,
      );
    }
  }
}

function assertDurable(database: Database.Database, file: string): void {
  const journal = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== FULL) {
    throw new LogRefused(
      'not-durable',
      `${file}: SQLite answers journal_mode=${String(journal)} synchronous=${String(synchronous)} where wal and ${FULL} (FULL) were asked for. ` +
        'Keep the data on a local disk; network file systems often cannot do this.',
    );
  }
}

function refusal(error: unknown, file: string): Error {
  if (error instanceof LogRefused) return error;
  const code = (error as { code?: string }).code ?? '';
  const ofDisk = refusedByDisk(error, `${file} cannot be opened`);
  if (ofDisk !== null) return ofDisk;
  if (code === 'SQLITE_NOTADB') {
    return new LogRefused('not-a-log', `${file} is not an SQLite file. Name another file or folder.`, { cause: error });
  }
  const damage = logDamage(error, file);
  if (damage !== null) return damage;
  if (['EACCES', 'EROFS', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_CANTOPEN_ISDIR', 'ENOTDIR', 'EEXIST'].includes(code) || code.startsWith('SQLITE_READONLY')) {
    return new LogRefused('not-writable', `Cannot write ${file} (${code}). Give this user the right to write there, or choose another folder with --data.`, {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}
