/** The stream on which a log keeps that it was restored. */
export const RESTORES = 'restores';
export const LOG_RESTORED = 'LogRestored';

/** From here on the log is another history than it was: what had been recorded before, and is not in it, is given up. */
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
  /** Where somebody had followed the log to, at the furthest, that does not hold this any more. */
  readonly lost?: { readonly position: string; readonly recordedAt: number | null };
  /** Of whoever has accepted the loss. */
  readonly reason?: string;
}
