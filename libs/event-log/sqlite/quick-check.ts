import Database from 'better-sqlite3';

const MOST = 10;

/**
 * What SQLite finds wrong with the structure of a file, of a log or of read models; empty when nothing
 * is. Reads the whole file. @throws any error that is not SQLite's
 */
export function quickCheck(file: string): string[] {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const rows = database.pragma(`quick_check(${MOST})`) as { readonly quick_check: string }[];
    return rows.map(({ quick_check: found }) => found).filter((found) => found !== 'ok');
  } catch (error) {
    // A thread that is terminated while it loads SQLite fails in ways that say nothing about the file.
    if (!(error as { code?: string }).code?.startsWith('SQLITE_')) throw error;
    return [(error as Error).message];
  } finally {
    database?.close();
  }
}
