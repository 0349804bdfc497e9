import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LogRefused } from '../errors.js';

/** The one path of a file, however many symbolic links lead to it, whether it exists yet or not. */
export function realFile(path: string): string {
  if (lookAt(path)?.isSymbolicLink()) return realFile(resolve(dirname(path), readlinkSync(path)));
  return lookAt(dirname(path)) === undefined ? resolve(path) : join(realpathSync(dirname(path)), basename(path));
}

/**
 * Through another hard link SQLite would keep another write-ahead log, and
 * neither engine would see what the other has written.
 * @throws LogRefused
 */
export function refuseOtherNames(file: string): void {
  const names = statSync(file, { throwIfNoEntry: false })?.nlink ?? 1;
  if (names === 1) return;
  throw new LogRefused(
    'other-names',
    `${file} has ${names} names (hard links), and by each of them another engine could write beside this one. ` +
      `Keep one: find the others with "find FOLDER -samefile ${file}" and remove them, or copy the file instead (tenure backup).`,
  );
}

/** The files that a connection has open. A file that was deleted or replaced under it still takes writes, which nobody will ever read. */
export class OpenFiles {
  readonly #ids: ReadonlyMap<string, string>;

  /** @param file opened, with its write-ahead log, through its real path */
  constructor(readonly file: string) {
    this.#ids = new Map(['', '-wal', '-shm'].map((suffix) => [`${file}${suffix}`, idOf(`${file}${suffix}`)]));
  }

  /** The first file whose name now means another file, or no file; null when all are as they were opened. */
  changed(): string | null {
    for (const [name, id] of this.#ids) if (idOf(name) !== id) return name;
    return null;
  }

  /** The files whose names still mean what was opened. */
  stillOurs(): string[] {
    return [...this.#ids].filter(([name, id]) => idOf(name) === id).map(([name]) => name);
  }
}

/** Device and inode: a file keeps its own while it is open, so no other file can get them. */
export function idOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}-${found.ino}` : 'none';
}

function lookAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
