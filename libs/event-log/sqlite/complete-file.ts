import Database from 'better-sqlite3';
import { diskTrouble } from '../disk-trouble.js';

/**
 * Moves the content of a log's write-ahead log into its file, so that the file alone is the whole log; the
 * process that ran on it may have been killed. No process may have it open. A file that SQLite cannot read is
 * left as it is: together with its write-ahead log it is all there is.
 * @throws the error of the disk
 */
export function completeFile(file: string): void {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  } catch (error) {
    if (diskTrouble(error) !== null) throw error;
    const { code = '' } = error as { code?: string };
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw error;
  }
}
