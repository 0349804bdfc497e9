import type { Database } from 'better-sqlite3';

/** "TENU": marks the file as ours in SQLite's header. */
const APPLICATION_ID = 0x54454e55;
/** What this program writes; `user_version` of the file. A program before it refuses a file with a later one. */
export const LOG_LAYOUT = 2;

/** As version 0.1.0 made them. */
const LAYOUT_1 = `
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

/** Envelope 2. Events recorded before have null in all of these: nothing is invented for them, and no row is rewritten. */
const LAYOUT_2 = [
  'event_precision TEXT',
  'command_events INTEGER',
  'on_behalf_of TEXT',
  'import_id TEXT',
  'origin TEXT',
  'key_epoch INTEGER',
  'checksum TEXT',
  'personal_digest TEXT',
].map((column) => `ALTER TABLE event ADD COLUMN ${column}`);

const LAYOUTS: readonly (readonly string[])[] = [[LAYOUT_1, `PRAGMA application_id = ${APPLICATION_ID}`], LAYOUT_2];

/** The layout of a log: 0 for a file that is empty, null for one that is something else. */
export function layoutOf(database: Database): number | null {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return Number(database.pragma('user_version', { simple: true }));
  const tables = database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  return tables === 0 ? 0 : null;
}

/** Statements that take a file from its layout to this program's. */
export function upgradeSteps(layout: number): readonly string[] {
  return [...LAYOUTS.slice(layout).flat(), `PRAGMA user_version = ${LOG_LAYOUT}`];
}

/** In one transaction: whatever ends the process, the file has the old layout or the new one. */
export function bringUpToDate(database: Database, layout: number): void {
  if (layout === LOG_LAYOUT) return;
  database.transaction(() => {
    for (const step of upgradeSteps(layout)) database.exec(step);
  })();
}
