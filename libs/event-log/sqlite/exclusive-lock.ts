import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LogRefused } from '../errors.js';
import { idOf } from './file-identity.js';
import { refusedByDisk } from './refused-by-disk.js';

/**
 * One engine per log. The lock is an open exclusive transaction on a small SQLite file beside the log: the operating
 * system drops it with the process, however that ends, so there is no stale lock to clean up.
 */
export class ExclusiveLock {
  #held: Held;

  /** @param file the log's real path: by whatever name it is opened, the lock is the same. @throws LogRefused */
  constructor(private readonly file: string) {
    this.#held = take(file);
  }

  /**
   * A deleted lock file keeps no engine out: then the lock is taken again. True when it was.
   * @throws LogRefused when another engine was faster
   */
  renewIfDeleted(): boolean {
    if (idOf(this.#held.path) === this.#held.id) return false;
    const before = this.#held;
    this.#held = take(this.file);
    before.database.close();
    return true;
  }

  release(): void {
    this.#held.database.close();
  }
}

interface Held {
  readonly path: string;
  readonly id: string;
  readonly database: Database.Database;
}

function take(file: string): Held {
  const path = `${file}.lock`;
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    database = new Database(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return { path, id: idOf(path), database };
  } catch (error) {
    database?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) {
      throw new LogRefused('in-use', `Another engine is running on ${file}. Talk to that one, stop it first, or choose another folder with --data.`, {
        cause: error,
      });
    }
    const ofDisk = refusedByDisk(error, `${path} cannot be written`);
    if (ofDisk !== null) throw ofDisk;
    throw new LogRefused(
      'not-writable',
      `Cannot write ${path} (${code || String(error)}). Give this user the right to write there, or choose another folder with --data.`,
      { cause: error },
    );
  }
}
