import Database from 'better-sqlite3';
import { VaultUnavailable } from '../errors.js';

const LAYOUT = 1;

const SCHEMA = `
CREATE TABLE vault (id TEXT NOT NULL) STRICT;
CREATE TABLE customer_key (
  customer     TEXT    NOT NULL,
  epoch        INTEGER NOT NULL,
  secret_epoch INTEGER NOT NULL,
  wrapped      BLOB    NOT NULL,
  PRIMARY KEY (customer, epoch)
) STRICT, WITHOUT ROWID;
PRAGMA user_version = ${LAYOUT};
`;

/** A key is flushed before it seals anything (FULL), and overwritten when it is destroyed (secure_delete). @throws VaultUnavailable */
export function openVault(
  file: string,
  { readonly, fileMustExist = readonly }: { readonly readonly: boolean; readonly fileMustExist?: boolean },
): Database.Database {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { readonly, fileMustExist });
    const layout = Number(database.pragma('user_version', { simple: true }));
    if (layout > LAYOUT) throw new Error(`it has layout ${layout}, and this version of Tenure reads layouts up to ${LAYOUT}`);
    if (readonly) return database;
    database.pragma('journal_mode = WAL');
    // better-sqlite3 falls back to NORMAL on every reopened WAL file.
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    if (layout === 0) database.transaction(() => database!.exec(SCHEMA)).immediate();
    // From the first read on its write-ahead log exists, and has an identity.
    database.prepare('SELECT 1 FROM vault').get();
    return database;
  } catch (error) {
    database?.close();
    const detail = `The vault of the log, with the keys of its customers, cannot be opened: ${file}: ${(error as Error).message}. Repair that, or restore it from the backup that belongs to the log, and start the engine again.`;
    throw new VaultUnavailable('unreachable', detail, { cause: error });
  }
}
