import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { KeyedHash } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { VaultUnavailable } from '../errors.js';
import { unwrap } from '../wrapping.js';
import { KEY_COLUMNS, type KeyRow, toKey } from './key-rows.js';
import { hasVaultTables, lackOfKeys } from './lack-of-keys.js';
import { openVault } from './open-vault.js';
import { SqliteKeys } from './sqlite-keys.js';

const TABLES = ['vault', 'customer_key', 'vault_in_backup'];

/**
 * Copies a vault, while others may write to it, into the file of a backup, after the log: a key exists before the events that it seals, so no
 * needed key is left out. Copies nothing if there is no vault and the log needs none.
 * @throws VaultUnavailable when it is not the log's vault, or lacks a key that the log is sealed with
 */
export function putVaultIntoBackup(vault: string, backup: string): void {
  const isThere = existsSync(vault);
  if (isThere) openVault(vault, { readonly: true }).close();
  const database = new Database(backup);
  try {
    database.pragma('synchronous = FULL');
    if (isThere) database.prepare('ATTACH ? AS source').run(vault);
    const lack = lackIn(database, `the file ${vault}`);
    if (lack !== null) throw new VaultUnavailable('missing', `${capital(lack)}. Put the vault back, from the backup that belongs to the log.`);
    if (!hasVaultTables(database)) return;
    database.transaction(() => {
      database.exec(
        'CREATE TABLE vault AS SELECT * FROM source.vault; CREATE TABLE customer_key AS SELECT * FROM source.customer_key ORDER BY customer, epoch',
      );
      database.exec('CREATE TABLE vault_in_backup (digest TEXT NOT NULL) STRICT');
      database.prepare('INSERT INTO vault_in_backup VALUES (?)').run(contentOf(database).digest);
    })();
    database.exec('DETACH source');
  } finally {
    database.close();
  }
}

/**
 * Reads the vault in a backup to its end, and checks that the log in it needs no
 * other; the vault may be absent if the log needs none.
 * @param keyed the log's secret; without it keys are compared with what was copied, and not opened
 * @returns how many keys it has
 * @throws Error that says what is wrong
 */
export function verifyVaultInBackup(backup: string, keyed: KeyedHash | undefined): number {
  const database = new Database(backup, { readonly: true, fileMustExist: true });
  try {
    const lack = lackIn(database, 'it');
    if (lack !== null) throw new Error(lack);
    if (!hasVault(database)) return 0;
    const { keys, digest } = contentOf(database, keyed);
    if (digest !== database.prepare('SELECT digest FROM vault_in_backup').pluck().get())
      throw new Error('the keys of customers in it are not those that were copied');
    return keys;
  } finally {
    database.close();
  }
}

/**
 * Moves the vault from a log that was extracted from a backup into a file of its own: nothing of it stays behind. False when there is none.
 * @param target must not exist
 */
export async function takeVaultOut(log: string, target: string): Promise<boolean> {
  const database = new Database(log);
  try {
    if (!hasVault(database)) return false;
    await SqliteKeys.openForWriting(target).close();
    database.pragma('secure_delete = ON');
    database.prepare('ATTACH ? AS target').run(target);
    database.exec('PRAGMA target.synchronous = FULL; INSERT INTO target.vault SELECT * FROM vault; INSERT INTO target.customer_key SELECT * FROM customer_key');
    database.exec('PRAGMA target.wal_checkpoint(TRUNCATE); DETACH target');
    for (const table of TABLES) database.exec(`DROP TABLE ${table}`);
    return true;
  } finally {
    database.close();
  }
}

function hasVault(database: Database.Database): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'vault_in_backup'").get() !== undefined;
}

/** A log of layout 1 has nothing sealed. */
function lackIn(backup: Database.Database, place: string): string | null {
  return Number(backup.pragma('user_version', { simple: true })) < 2 ? null : lackOfKeys(backup, place);
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** `digest`: SHA-256 over the vault's id and all wrapped keys, in order, hexadecimal. @throws Error for a key that does not open */
function contentOf(database: Database.Database, keyed?: KeyedHash): { readonly keys: number; readonly digest: string } {
  const hash = createHash('sha256').update(JSON.stringify(database.prepare('SELECT id FROM vault').pluck().all()));
  let keys = 0;
  const rows = database.prepare(`SELECT ${KEY_COLUMNS} FROM customer_key ORDER BY customer, epoch`).raw();
  for (const row of rows.iterate() as IterableIterator<KeyRow>) {
    const [customerId, epoch, secretEpoch, wrapped] = row;
    if (keyed && unwrap(toKey(row), keyed) === null) throw new Error(`the key of customer "${customerId}" does not open with the secret of the log`);
    hash.update(JSON.stringify([customerId, epoch, secretEpoch, wrapped.toString('base64')]));
    keys += 1;
  }
  return { keys, digest: hash.digest('hex') };
}
