import Database from 'better-sqlite3';

const MOST = 10;

/** What SQLite finds wrong with the form of a file, of a log or of read models; empty when nothing is. Reads all of it. */
export function quickCheck(file: string): string[] {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true });
    const rows = database.pragma(`quick_check(${MOST})`) as { readonly quick_check: string }[];
    return rows.map(({ quick_check: found }) => found).filter((found) => found !== 'ok');
  } catch (error) {
    return [(error as Error).message];
  } finally {
    database?.close();
  }
}
