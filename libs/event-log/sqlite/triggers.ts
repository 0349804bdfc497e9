import type { Database } from 'better-sqlite3';

const refuse = (name: string, when: string, table: string, text: string) =>
  [name, `CREATE TRIGGER ${name} BEFORE ${when} ON ${table}\nBEGIN SELECT RAISE(ABORT, '${text}'); END`] as const;

/** What keeps any connection from changing the past by mistake. */
const OF_EVENTS = [
  refuse('event_is_never_changed', 'UPDATE', 'event', 'the log is append-only: events are never changed'),
  refuse('event_is_never_deleted', 'DELETE', 'event', 'the log is append-only: events are never deleted'),
];
const OF_THE_LOG = [
  refuse('log_is_never_changed', 'UPDATE', 'log', 'a log keeps its id'),
  refuse('log_is_never_deleted', 'DELETE', 'log', 'a log keeps its id'),
];
const TRIGGERS = [...OF_EVENTS, ...OF_THE_LOG];

export const eventTriggers = OF_EVENTS.map(([, sql]) => sql);
export const logTriggers = OF_THE_LOG.map(([, sql]) => sql);

/** Puts every trigger in place. Returns the names of those that were missing or different. */
export function setTriggers(database: Database): string[] {
  const there = new Map(database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").raw().all() as [string, string][]);
  const mended = [...there.keys()].filter((name) => !TRIGGERS.some(([known]) => known === name));
  database.transaction(() => {
    for (const name of mended) database.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`);
    for (const [name, sql] of TRIGGERS) {
      if (there.get(name) === sql) continue;
      mended.push(name);
      if (there.has(name)) database.exec(`DROP TRIGGER ${name}`);
      database.exec(sql);
    }
  })();
  return mended;
}
