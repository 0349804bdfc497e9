import { existsSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { OpenFiles } from './file-identity.js';

/** The log's files were taken away from under the engine that writes it. It writes nothing more; the message says where everything is. */
export class LogMoved extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'LogMoved';
  }
}

/** Saves what the open connection can still read from files that nobody will find again, and says where. `name`: the file that was changed. */
export function rescue(database: Database, files: OpenFiles, name: string): LogMoved {
  const { file } = files;
  const what = `${name} was deleted or replaced while the engine ran on it, so the engine stops: what it would write there would be lost.`;
  try {
    if (name !== file && movedIntoFile(database)) {
      return new LogMoved(`${what} Everything that was recorded is in ${file}. Start the engine again.`);
    }
    const wal = `${file}-wal`;
    // Only the index of the write-ahead log is gone, and SQLite recreates it from that log.
    if (name !== file && files.stillOurs().includes(wal))
      return new LogMoved(`${what} Everything that was recorded is in ${file} and ${wal}. Start the engine again.`);
    const kept = `${file}.rescued-${new Date().toISOString().replaceAll(/[:.]/g, '')}`;
    database.prepare('VACUUM INTO ?').run(kept);
    if (name !== file) {
      // SQLite would play the other file's write-ahead log into the file that takes the log's place.
      const first = existsSync(wal) ? `take ${wal} and ${file}-shm away, then ` : '';
      return new LogMoved(`${what} Everything that was recorded is in ${kept}, and not all of it in ${file}: ${first}put it in its place.`);
    }
    // SQLite would play its content into any file that takes the log's place.
    for (const each of files.stillOurs()) rmSync(each);
    return new LogMoved(`${what} Everything that was recorded until then is in ${kept}: see which of the two is the right one, and put it in its place.`);
  } catch (error) {
    return new LogMoved(`${what} What was in it could not be kept elsewhere: ${(error as Error).message}.`);
  }
}

/** False when a reader that needs the file as it was kept a part from being moved: SQLite reports that without an error. */
function movedIntoFile(database: Database): boolean {
  const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number; log: number; checkpointed: number }];
  return outcome.busy === 0 || (outcome.log >= 0 && outcome.checkpointed === outcome.log);
}
