import { type EventLogReader, type LogRestored, RESTORES, type RecordedEvent } from '@tenure/event-log';

/** A restore as `/v1/status` shows it. */
export interface ShownRestore {
  /** Position of the event that records it. */
  readonly position: string;
  readonly restoredAt: string;
  /** The last position up to which the log is unchanged. Null where that is unknown. */
  readonly upTo: string | null;
  readonly backupMadeAt: string | null;
}

/** The latest first. */
export async function restoresOf(log: Pick<EventLogReader, 'readStream'>): Promise<ShownRestore[]> {
  const events = await log.readStream(RESTORES);
  return events.map(shown).reverse();
}

function shown({ position, data }: RecordedEvent): ShownRestore {
  const { restoredAt, backup } = data as LogRestored;
  return { position, restoredAt, upTo: backup?.position ?? null, backupMadeAt: backup?.madeAt ?? null };
}
