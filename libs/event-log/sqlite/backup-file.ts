import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { eventId } from '../event-id.js';
import { openForReading } from './open-database.js';
import { toPosition } from './position.js';
import { quickCheck } from './quick-check.js';
import { logIdOf } from './schema.js';

/** What a backup claims to hold. */
export interface BackupManifest {
  /** RFC 3339. */
  readonly madeAt: string;
  /** Null for a log that no version after 0.1.0 has opened. */
  readonly logId: string | null;
  readonly layout: number;
  readonly events: number;
  /** Position of the last event; null for an empty log. */
  readonly position: string | null;
  readonly eventId: string | null;
  /** SHA-256 over places, times and checksums of all events, in order, hexadecimal. */
  readonly digest: string;
  /** The secret that keys the log's hashes; null when it is kept elsewhere, or did not exist yet. */
  readonly logSecret: string | null;
}

/**
 * Copies a log, as of one moment and while others write to it, into a file of its own that states what it holds.
 * @param target must not exist
 */
export function writeBackup(file: string, target: string, logSecret: string | null, now: Date): BackupManifest {
  const { database, layout } = openForReading(file);
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  // The file holds what the log's secret protects, and the secret.
  chmodSync(target, 0o600);
  const copy = new Database(target);
  try {
    copy.pragma('synchronous = FULL');
    const manifest = { madeAt: now.toISOString(), logId: logIdOf(copy), layout, ...contentOf(copy, layout), logSecret };
    copy.exec('CREATE TABLE backup (manifest TEXT NOT NULL) STRICT');
    copy.prepare('INSERT INTO backup VALUES (?)').run(JSON.stringify(manifest));
    return manifest;
  } finally {
    copy.close();
  }
}

/** Null for a file that is not a backup. @throws LogRefused for a file that is not a log or has a later layout */
export function readBackup(file: string): BackupManifest | null {
  const { database } = openForReading(file);
  try {
    if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backup'").get()) return null;
    return JSON.parse(database.prepare('SELECT manifest FROM backup').pluck().get() as string) as BackupManifest;
  } finally {
    database.close();
  }
}

/** What differs between a backup's content and its manifest, or null. `verifyLog` checks whether each event is what was recorded. */
export function differenceOf(file: string, manifest: BackupManifest): string | null {
  const [wrong] = quickCheck(file);
  if (wrong !== undefined) return wrong;
  const { database, layout } = openForReading(file);
  try {
    const content: Partial<BackupManifest> = { layout, logId: logIdOf(database), ...contentOf(database, layout) };
    const differs = Object.keys(content).find((name) => content[name as keyof BackupManifest] !== manifest[name as keyof BackupManifest]);
    return differs === undefined
      ? null
      : `its ${differs} is ${content[differs as keyof BackupManifest]}, and it says ${manifest[differs as keyof BackupManifest]}`;
  } finally {
    database.close();
  }
}

/** The log of a backup as a log file of its own, without the manifest. @param target must not exist */
export function extractLog(backup: string, target: string): void {
  const { database } = openForReading(backup);
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } finally {
    database.close();
  }
  const log = new Database(target);
  try {
    // The log's secret is in the manifest: no trace of it may stay in free pages.
    log.pragma('secure_delete = ON');
    log.exec('DROP TABLE backup');
  } catch (error) {
    log.close();
    rmSync(target);
    throw error;
  }
  log.close();
}

type PlaceRow = [position: number, recordedAt: number, stream: string, commandId: string, index: number, checksum: string | null];

function contentOf(database: Database.Database, layout: number): Pick<BackupManifest, 'events' | 'position' | 'eventId' | 'digest'> {
  const checksum = layout < 2 ? 'NULL' : 'checksum';
  const rows = database.prepare(`SELECT position, recorded_at, stream, command_id, command_index, ${checksum} FROM event ORDER BY position`).raw();
  const hash = createHash('sha256');
  let last: PlaceRow | null = null;
  let events = 0;
  for (const row of rows.iterate() as IterableIterator<PlaceRow>) {
    hash.update(`${JSON.stringify(row)}\n`);
    events += 1;
    last = row;
  }
  const [position, , stream, commandId, index] = last ?? [];
  return {
    events,
    position: position === undefined ? null : toPosition(position),
    eventId: position === undefined ? null : eventId(stream!, { commandId: commandId!, index: index! }),
    digest: hash.digest('hex'),
  };
}
