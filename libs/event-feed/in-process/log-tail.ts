import type { EventLogReader, Position, RecordedEvent } from '@tenure/event-log';
import type { EventFeed } from '../event-feed.js';

/** The feed of the embedded profile: the tail of the log itself. Nothing lies in between that could lose an event. */
export class LogTail implements EventFeed {
  constructor(private readonly log: EventLogReader) {}

  pull(after: Position | null, limit: number): Promise<RecordedEvent[]> {
    return this.log.readAll({ after, limit });
  }

  wait(after: Position | null, signal: AbortSignal): Promise<void> {
    return this.log.waitFor(after, signal);
  }
}
