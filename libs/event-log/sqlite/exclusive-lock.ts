import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LogRefused } from '../errors.js';

export interface ExclusiveLock {
  release(): void;
}

/**
 * One engine per log. The lock is an open exclusive transaction on a small SQLite file beside the log: the operating
 * system drops it with the process, however that ends, so there is no stale lock to clean up.
 */
export function takeExclusiveLock(file: string): ExclusiveLock {
  const lockFile = `${file}.lock`;
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(lockFile), { recursive: true });
    database = new Database(lockFile, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) {
      throw new LogRefused('in-use', `Another engine is running on ${file}. Talk to that one, stop it first, or choose another folder with --data.`, {
        cause: error,
      });
    }
    throw new LogRefused(
      'not-writable',
      `Cannot write ${lockFile} (${code || String(error)}). Give this user the right to write there, or choose another folder with --data.`,
      { cause: error },
    );
  }
}
