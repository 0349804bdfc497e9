import { chmodSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { VaultUnavailable } from '../errors.js';

/**
 * Saves the keys that the open connection can still read from files that nobody will find again.
 * @param name the file that was changed
 * @returns the error for all later requests for keys: it says where they are
 * @throws VaultUnavailable when they could not be saved; the connection still has them, and a retry is possible
 */
export function rescueVault(database: Database, file: string, name: string): VaultUnavailable {
  const what = `${name} was deleted or replaced while the engine ran on it, so nothing personal is recorded: its key would be lost.`;
  const kept = `${file}.rescued-${new Date().toISOString().replaceAll(/[:.]/g, '')}`;
  try {
    database.prepare('VACUUM INTO ?').run(kept);
    chmodSync(kept, 0o600);
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(`${kept}${suffix}`, { force: true });
    const repair = 'Repair that while the engine runs, which alone still has them: it tries again with the next request.';
    const remedy = `If that cannot be, stop the engine, put the vault from the newest backup in the place of ${file}, and start it again.`;
    const detail = `${what} The keys in it could not be kept elsewhere: ${(error as Error).message}. ${repair} ${remedy}`;
    throw new VaultUnavailable('missing', detail, { cause: error });
  }
  const remedy = `stop the engine, take ${file}-wal and ${file}-shm away, put it in the place of ${file}, and start the engine again.`;
  return new VaultUnavailable('missing', `${what} All keys of this log are in ${kept}: ${remedy}`);
}
