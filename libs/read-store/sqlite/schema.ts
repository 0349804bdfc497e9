import type { Database } from 'better-sqlite3';
import type { View } from '../read-store.js';

/** "TENV": marks the file as a read store. */
const APPLICATION_ID = 0x54454e56;
/** Read models are made from the log: a file of another layout is discarded and rebuilt, never migrated. */
export const LAYOUT = 3;

const TABLES = `
CREATE TABLE view (
  projection  TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  build       INTEGER NOT NULL,
  live        INTEGER NOT NULL,
  log_id      TEXT,
  position    TEXT,
  recorded_at INTEGER,
  event_id    TEXT,
  PRIMARY KEY (projection, version, build)
) STRICT, WITHOUT ROWID;
`;

export type FileKind = 'empty' | 'read-store' | 'other-layout' | 'something-else';

export function fileKind(database: Database): FileKind {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) {
    return database.pragma('user_version', { simple: true }) === LAYOUT ? 'read-store' : 'other-layout';
  }
  const tables = database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  return tables === 0 ? 'empty' : 'something-else';
}

export function createSchema(database: Database): void {
  database.transaction(() => {
    database.exec(TABLES);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${LAYOUT}`);
  })();
}

/** Tables of one view, e.g. `"retention@1.3 document"`: dropping a view is dropping its tables. */
export function tables({ projection, version, build }: Pick<View, 'projection' | 'version' | 'build'>): {
  document: string;
  piece: string;
  sum: string;
  parked: string;
} {
  const name = (table: string) => `"${projection.replaceAll('"', '')}@${version}.${build} ${table}"`;
  return { document: name('document'), piece: name('piece'), sum: name('sum'), parked: name('parked') };
}

export function createViewTables(database: Database, view: Pick<View, 'projection' | 'version' | 'build'>): void {
  const { document, piece, sum, parked } = tables(view);
  database.exec(`
    CREATE TABLE ${document} (key TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL, pieces TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE ${piece} (key TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (key, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE ${sum} (cell TEXT PRIMARY KEY, amount INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE ${parked} (key TEXT PRIMARY KEY, revision INTEGER NOT NULL, event_type TEXT NOT NULL, reason TEXT NOT NULL, parked_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `);
}

export function dropViewTables(database: Database, view: Pick<View, 'projection' | 'version' | 'build'>): void {
  const { document, piece, sum, parked } = tables(view);
  database.exec(`DROP TABLE ${document}; DROP TABLE ${piece}; DROP TABLE ${sum}; DROP TABLE ${parked};`);
}
