import { randomUUID } from 'node:crypto';
import type { KeyedHash } from '@tenure/log-secret';
import Database from 'better-sqlite3';
import { checksumOf, verifyEvent } from '../checksum.js';
import { StreamDamaged } from '../errors.js';
import type { NewEvent, RecordedEvent } from '../event.js';
import { openForReading, openForWriting } from './open-database.js';
import { placementOf } from './placement.js';
import { fromPosition } from './position.js';
import { type EventRow, eventColumns, SqliteRecordedEvent } from './recorded-event.js';
import { LOG_LAYOUT } from './schema.js';
import { setTriggers } from './triggers.js';

export interface SealedCopy {
  readonly events: number;
  /** Of these, what was sealed by this. */
  readonly sealed: number;
}

/** What each event is in the copy, in their order: in the newest version of its type, sealed where it has a personal part; null: as it was recorded. */
export type SealAll = (events: readonly RecordedEvent[]) => Promise<readonly (NewEvent | null)[]>;

const PAGE = 2_000;

/**
 * Copies a log that nobody writes to into another log, which has an id of its own: every event at its place, with its ids and both its times;
 * personal parts that were in clear are sealed, also those that version 1 had among the facts. Nothing of them stays in the new file.
 * @param target must not be there
 * @param onceInClear types of which version 1 had among its facts what is personal
 * @param keyed the log's secret: a personal part in clear has a digest that only it can verify
 * @throws StreamDamaged at an event that is not what was recorded
 */
export async function copySealing(
  file: string,
  target: string,
  seal: SealAll,
  onceInClear: readonly string[],
  keyed: KeyedHash,
  progress: (sealed: number) => void,
): Promise<SealedCopy> {
  const source = openForReading(file).database;
  source.prepare('VACUUM INTO ?').run(target);
  source.close();
  const { database } = openForWriting(target);
  try {
    database.pragma('secure_delete = ON');
    database.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER log_is_never_changed');
    const sealed = await sealEvents(database, seal, onceInClear, keyed, progress);
    database.prepare('UPDATE log SET id = ?').run(randomUUID());
    setTriggers(database);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.exec('VACUUM');
    return { events: Number(database.prepare('SELECT count(*) FROM event').pluck().get()), sealed };
  } finally {
    database.close();
  }
}

async function sealEvents(
  database: Database.Database,
  seal: SealAll,
  onceInClear: readonly string[],
  keyed: KeyedHash,
  progress: (sealed: number) => void,
): Promise<number> {
  const inClear = `(personal IS NOT NULL AND key_epoch IS NULL) OR (version = 1 AND type IN (SELECT value FROM json_each(?)))`;
  const next = database.prepare(`SELECT ${eventColumns(LOG_LAYOUT)} FROM event WHERE position > ? AND (${inClear}) ORDER BY position LIMIT ${PAGE}`).raw();
  const replace = database.prepare(
    'UPDATE event SET version = ?, data = ?, personal = ?, key_epoch = ?, personal_digest = NULL, checksum = ?, placement = ? WHERE position = ?',
  );
  let [sealed, after] = [0, 0];
  for (;;) {
    const events = (next.all(after, JSON.stringify(onceInClear)) as EventRow[]).map((row) => new SqliteRecordedEvent(row));
    if (events.length === 0) return sealed;
    const damaged = events.find((event) => !isAsRecorded(event, keyed));
    if (damaged) throw notAsRecorded(damaged);
    const forms = await seal(events);
    database.transaction(() => {
      for (const [at, { stream, revision, position, recordedAt }] of events.entries()) {
        const place = fromPosition(position)!;
        after = place;
        const form = forms[at] as NewEvent | null;
        if (form === null) continue;
        const checksum = checksumOf({ ...form, stream, revision });
        const { version, data, personal, metadata } = form;
        const parts = [JSON.stringify(data), personal === undefined ? null : JSON.stringify(personal), metadata.keyEpoch ?? null];
        replace.run(version, ...parts, checksum, placementOf(place, recordedAt, checksum), place);
      }
    })();
    sealed += forms.filter((form) => form?.personal !== undefined).length;
    progress(sealed);
  }
}

/** What has a digest must agree with it; events of envelope 1 have none, and nothing could be said against them. */
function isAsRecorded(event: RecordedEvent, keyed: KeyedHash): boolean {
  const integrity = verifyEvent(event, keyed);
  return integrity === 'intact' || (integrity === 'unchecked' && event.personalDigest === undefined);
}

function notAsRecorded({ stream, revision, type }: RecordedEvent): StreamDamaged {
  const detail = `The event at revision ${revision} of stream "${stream}" (${type}) is not what was recorded: it is not sealed. Restore the log from a backup, and seal that.`;
  return new StreamDamaged(stream, 'checksum', detail);
}
