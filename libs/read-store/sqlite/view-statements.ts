import type { Database, Statement } from 'better-sqlite3';
import type { View } from '../read-store.js';
import { tables } from './schema.js';

/** How many documents go into one string of a scan: large enough to amortise, small enough to stay off the heap. */
export const SCAN_CHUNK = 5_000;

export interface ViewStatements {
  readonly get: Statement;
  /** For a divided document. */
  readonly pieces: Statement;
  readonly page: Statement;
  readonly scan: Statement;
  readonly count: Statement;
  readonly sums: Statement;
  readonly parked: Statement;
}

export function viewStatements(database: Database, view: View): ViewStatements {
  const { document, piece, sum, parked } = tables(view);
  return {
    get: database.prepare(`SELECT revision, body, pieces FROM ${document} WHERE key = ?`).raw(),
    pieces: database.prepare(`SELECT id, text FROM ${piece} WHERE key = ?`),
    page: database.prepare(`SELECT key, revision, body, pieces FROM ${document} WHERE key > ? ORDER BY key LIMIT ?`).raw(),
    // One JSON array a chunk: one string crosses into JavaScript and is parsed once, instead of row by row. A divided document is null in it.
    scan: database
      .prepare(
        `SELECT '[' || group_concat('[' || json_quote(key) || ',' || iif(pieces IS NULL, body, 'null') || ']') || ']', max(key), count(*), count(pieces)
         FROM (SELECT key, body, pieces FROM ${document} WHERE key > ? ORDER BY key LIMIT ${SCAN_CHUNK})`,
      )
      .raw(),
    count: database.prepare(`SELECT count(*) FROM ${document}`).pluck(),
    sums: database.prepare(`SELECT cell, amount FROM ${sum} WHERE cell >= ? AND cell < ? ORDER BY cell`).raw(),
    parked: database.prepare(`SELECT key, revision, event_type, reason, parked_at FROM ${parked} ORDER BY key`).raw(),
  };
}
