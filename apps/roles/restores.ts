import type { EventLogReader, RecordedEvent } from '@tenure/event-log';

/** The stream on which a log keeps that it was restored. */
export const RESTORES = 'restores';
export const LOG_RESTORED = 'LogRestored';

/** From here on the log is another history than it was: what had been recorded after the backup is not in it. */
export interface LogRestored {
  readonly restoredAt: string;
  /** What was put back: up to which event. Null where the log's own server did it, and all that is known is what was missing. */
  readonly backup: {
    readonly madeAt: string;
    readonly events: number;
    readonly position: string | null;
    readonly eventId: string | null;
    readonly sha256: string;
  } | null;
  /** Positions that somebody had followed and that the log does not hold any more: the furthest one. */
  readonly lost?: { readonly position: string; readonly recordedAt: number | null };
}

/** A restore as `/v1/status` shows it. */
export interface ShownRestore {
  /** Of the event that records it. */
  readonly position: string;
  readonly restoredAt: string;
  /** The last position that is the same as before. Null where nobody can tell. */
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
