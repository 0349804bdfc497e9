import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { SealAll } from '../sealed-form.js';
import { openForReading, openForWriting } from './open-database.js';
import { placementOf } from './placement.js';
import { fromPosition } from './position.js';
import { type EventRow, eventColumns, SqliteRecordedEvent } from './recorded-event.js';
import { LOG_LAYOUT } from './schema.js';
import { setTriggers } from './triggers.js';

export interface SealedCopy {
  readonly events: number;
  /** How many of these were sealed by this copy. */
  readonly sealed: number;
}

const PAGE = 2_000;

/**
 * Copies a log that nobody writes to into another log, which has an id of its own: every event at its place, with its ids and both its times,
 * in the form that `seal` gives it. No plaintext of a sealed part stays in the new file.
 * @param target must not exist
 * @throws what `seal` throws
 */
export async function copySealing(file: string, target: string, seal: SealAll, progress: (sealed: number) => void): Promise<SealedCopy> {
  const source = openForReading(file).database;
  source.prepare('VACUUM INTO ?').run(target);
  source.close();
  const { database } = openForWriting(target);
  try {
    database.pragma('secure_delete = ON');
    database.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER log_is_never_changed');
    const sealed = await sealEvents(database, seal, progress);
    database.prepare('UPDATE log SET id = ?').run(randomUUID());
    setTriggers(database);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.exec('VACUUM');
    return { events: Number(database.prepare('SELECT count(*) FROM event').pluck().get()), sealed };
  } finally {
    database.close();
  }
}

async function sealEvents(database: Database.Database, seal: SealAll, progress: (sealed: number) => void): Promise<number> {
  const next = database.prepare(`SELECT ${eventColumns(LOG_LAYOUT)} FROM event WHERE position > ? ORDER BY position LIMIT ${PAGE}`).raw();
  const replace = database.prepare(
    'UPDATE event SET version = ?, data = ?, personal = ?, key_epoch = ?, personal_digest = NULL, checksum = ?, placement = ? WHERE position = ?',
  );
  let [sealed, after] = [0, 0];
  for (;;) {
    const events = (next.all(after) as EventRow[]).map((row) => new SqliteRecordedEvent(row));
    if (events.length === 0) return sealed;
    const forms = await seal(events);
    database.transaction(() => {
      for (const [at, { position, recordedAt }] of events.entries()) {
        const place = fromPosition(position)!;
        after = place;
        const form = forms[at] ?? null;
        if (form === null) continue;
        const { version, data, personal, metadata, checksum } = form;
        const parts = [JSON.stringify(data), personal === undefined ? null : JSON.stringify(personal), metadata.keyEpoch ?? null];
        replace.run(version, ...parts, checksum, placementOf(place, recordedAt, checksum), place);
      }
    })();
    sealed += forms.filter((form) => form?.personal !== undefined).length;
    progress(sealed);
  }
}
