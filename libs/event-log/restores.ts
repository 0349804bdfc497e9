/** The stream on which a log keeps that it was restored. */
export const RESTORES = 'restores';
export const LOG_RESTORED = 'LogRestored';

/** From here on the log has another history: what had been recorded before, and is not in it, is given up. */
export interface LogRestored {
  readonly restoredAt: string;
  /** The backup that was restored, and up to which event. Null where the log's own server restored it, and only the missing part is known. */
  readonly backup: {
    readonly madeAt: string;
    readonly events: number;
    readonly position: string | null;
    readonly eventId: string | null;
    readonly sha256: string;
  } | null;
  /** The furthest position that a follower had reached and that the log no longer holds. */
  readonly lost?: { readonly position: string; readonly recordedAt: number | null };
  /** The reason given by the person who accepted the loss. */
  readonly reason?: string;
}
