import type { Database } from 'better-sqlite3';

/** "TENU": marks the file as ours in SQLite's header. */
const APPLICATION_ID = 0x54454e55;
export const SCHEMA_VERSION = 1;

const TABLES = `
CREATE TABLE event (
  position       INTEGER PRIMARY KEY,
  stream         TEXT    NOT NULL,
  revision       INTEGER NOT NULL,
  type           TEXT    NOT NULL,
  version        INTEGER NOT NULL,
  occurred_at    INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  data           TEXT    NOT NULL,
  personal       TEXT,
  command_id     TEXT    NOT NULL,
  command_index  INTEGER NOT NULL,
  payload_hash   TEXT    NOT NULL,
  actor          TEXT    NOT NULL,
  correlation_id TEXT,
  causation_id   TEXT,
  UNIQUE (stream, revision)
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only: events are never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only: events are never deleted'); END;
`;

export type FileKind = 'empty' | 'log' | 'newer-log' | 'something-else';

export function fileKind(database: Database): FileKind {
  const applicationId = database.pragma('application_id', { simple: true });
  if (applicationId === APPLICATION_ID) {
    return Number(database.pragma('user_version', { simple: true })) > SCHEMA_VERSION ? 'newer-log' : 'log';
  }
  const tables = database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  return tables === 0 ? 'empty' : 'something-else';
}

export function createSchema(database: Database): void {
  database.transaction(() => {
    database.exec(TABLES);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
}
