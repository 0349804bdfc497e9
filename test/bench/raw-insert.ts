import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const ROWS_PER_TRANSACTION = 5_000;

/**
 * The floor of an import: seconds that better-sqlite3 needs to insert the very rows of a log into a new file with the same table, in large
 * transactions, flushed. Reading the rows is not counted. One thread, no checks, no parsing.
 */
export function rawInsertSeconds(log: string, folder: string): number {
  const source = new Database(log, { readonly: true });
  const file = join(folder, 'raw-insert.db');
  const target = new Database(file);
  try {
    target.pragma('journal_mode = WAL');
    target.pragma('synchronous = FULL');
    const schema = source.prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'table' DESC").pluck().all() as string[];
    for (const sql of schema) target.exec(sql);
    const page = source.prepare(`SELECT * FROM event WHERE position > ? ORDER BY position LIMIT ${ROWS_PER_TRANSACTION}`).raw();
    const columns = page.columns().map(({ name }) => name);
    const insert = target.prepare(`INSERT INTO event (${columns.join()}) VALUES (${columns.map(() => '?').join()})`);
    const insertAll = target.transaction((rows: unknown[][]) => {
      for (const row of rows) insert.run(...row);
    });
    let milliseconds = 0;
    for (let after = 0; ; ) {
      const rows = page.all(after) as unknown[][];
      if (rows.length === 0) return milliseconds / 1000;
      after = rows[rows.length - 1]![columns.indexOf('position')] as number;
      const started = performance.now();
      insertAll.immediate(rows);
      milliseconds += performance.now() - started;
    }
  } finally {
    source.close();
    target.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  }
}
