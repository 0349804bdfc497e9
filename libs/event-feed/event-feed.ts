import type { Position, RecordedEvent } from '@tenure/event-log';

/**
 * How events reach a projector: at least once, each customer's in order of revision unless delivery went wrong, which
 * the projector detects and repairs.
 */
export interface EventFeed {
  /** The next events after a position, at most `limit`; empty when there are none yet. */
  pull(after: Position | null, limit: number): Promise<RecordedEvent[]>;
  /** Resolves when there is something after a position, or when `signal` aborts. */
  wait(after: Position | null, signal: AbortSignal): Promise<void>;
}
