import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { eventTriggers, logTriggers } from './triggers.js';

/** "TENU": marks the file as ours in SQLite's header. */
const APPLICATION_ID = 0x54454e55;
/** The layout this program writes; `user_version` of the file. An older program refuses a file with a later layout. */
export const LOG_LAYOUT = 3;
/** The first layout in which a log has an id. */
const LAYOUT_WITH_ID = 3;

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

/**
 * Which log this is, for read models that must not follow another one; `made_at` is 0 for a log that existed before. `placement`
 * covers what an event's checksum does not: its position, and when it was recorded.
 */
const LAYOUT_3 = (madeAt: number) => [
  'CREATE TABLE log (id TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT',
  `INSERT INTO log VALUES ('${randomUUID()}', ${madeAt})`,
  'ALTER TABLE event ADD COLUMN placement TEXT',
  ...logTriggers,
];

const layouts = (madeAt: number): readonly (readonly string[])[] => [
  [LAYOUT_1, ...eventTriggers, `PRAGMA application_id = ${APPLICATION_ID}`],
  LAYOUT_2,
  LAYOUT_3(madeAt),
];

/** The layout of a log: 0 for an empty file, null for a file that is not a log. */
export function layoutOf(database: Database): number | null {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return Number(database.pragma('user_version', { simple: true }));
  const tables = database.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  return tables === 0 ? 0 : null;
}

/** Statements that take a file from its layout to this program's. */
export function upgradeSteps(layout: number): readonly string[] {
  return [
    ...layouts(layout === 0 ? Date.now() : 0)
      .slice(layout)
      .flat(),
    `PRAGMA user_version = ${LOG_LAYOUT}`,
  ];
}

/** Null for a log from before logs had ids. */
export function logIdOf(database: Database): string | null {
  return (layoutOf(database) ?? 0) >= LAYOUT_WITH_ID ? (database.prepare('SELECT id FROM log').pluck().get() as string) : null;
}

/** When a log of this layout was made; 0 for a log that existed before. */
export function madeAt(database: Database): number {
  return database.prepare('SELECT made_at FROM log').pluck().get() as number;
}

/** In one transaction: however the process ends, the file has the old layout or the new one. */
export function bringUpToDate(database: Database, layout: number): void {
  if (layout === LOG_LAYOUT) return;
  database.transaction(() => {
    for (const step of upgradeSteps(layout)) database.exec(step);
  })();
}
