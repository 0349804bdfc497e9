import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { giveWay } from './give-way.js';

/** A thread that has SQLite look through files once, and ends. */
const { files } = workerData as { readonly files: readonly string[] };
const MOST = 10;

giveWay();
parentPort!.postMessage(files.map(findingsOf));

function findingsOf(file: string): string[] {
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
