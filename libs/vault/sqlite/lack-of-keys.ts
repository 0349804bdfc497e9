import { existsSync } from 'node:fs';
import { CUSTOMER_STREAMS } from '@tenure/event-log';
import Database from 'better-sqlite3';
import { VAULT, VAULT_BEGUN } from '../belongs-to-log.js';
import { lackOf, lacksKeys } from '../lack-of-keys.js';
import { openVault } from './open-vault.js';

const NAMED = "SELECT json_extract(data, '$.vault') FROM event WHERE stream = ? AND type = ? ORDER BY revision LIMIT 1";

/** `EXCEPT` sorts both sides once; neither has an index for it. */
const WITHOUT_KEY = `
SELECT customer, count(*) OVER () FROM (
  SELECT substr(stream, ${CUSTOMER_STREAMS.length + 1}) AS customer, key_epoch FROM event WHERE key_epoch IS NOT NULL
  EXCEPT SELECT customer, epoch FROM customer_key
) LIMIT 1`;

/**
 * The keys that a vault lacks and its log is sealed with, as a sentence, or null: it has to be the vault that the log names, with a key for
 * each customer and epoch. Whether existing keys open is not checked.
 * @param database in which the tables of both are visible, the log's of layout 2 or later
 * @param place of the vault, in words
 */
export function lackOfKeys(database: Database.Database, place: string): string | null {
  const named = database.prepare(NAMED).pluck().get(VAULT, VAULT_BEGUN);
  if (named === undefined) return null;
  const there = hasVaultTables(database) ? database.prepare('SELECT id FROM vault').pluck().get() : undefined;
  if (there === undefined) return lackOf.all(place);
  if (there !== named) return lackOf.itsOwn(place);
  const [customer, count] = (database.prepare(WITHOUT_KEY).raw().get() ?? []) as [customer?: string, count?: number];
  return customer === undefined ? null : lackOf.some(place, customer, count);
}

/**
 * Refuses to copy a log without all of its keys: a copy would hide that they are missing. Log and vault lie in files of their own.
 * @param undone what was not done, as the beginning of a sentence
 * @throws VaultUnavailable, also when the vault cannot be read
 */
export function refuseLackOfKeys(log: string, vault: string, undone: string): void {
  const database = new Database(log, { readonly: true });
  try {
    if (existsSync(vault)) {
      openVault(vault, { readonly: true }).close();
      database.prepare('ATTACH ? AS vault').run(vault);
    }
    const lack = lackOfKeys(database, `the file ${vault}`);
    if (lack !== null) throw lacksKeys(undone, lack);
  } finally {
    database.close();
  }
}

export function hasVaultTables(database: Database.Database): boolean {
  const schemas = database.pragma('database_list') as { name: string }[];
  return schemas.some(({ name }) => database.prepare(`SELECT 1 FROM "${name}".sqlite_master WHERE name = 'customer_key'`).get() !== undefined);
}
