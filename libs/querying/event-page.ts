import type { Position, RecordedEvent } from '@tenure/event-log';

export interface EventPage {
  readonly events: readonly RecordedEvent[];
  /** Where to continue: the last position scanned, whether or not its event passed the filter. `after` when nothing was scanned. */
  readonly last: Position | null;
  /** Nothing was recorded after `last` when the page was read. */
  readonly atEnd: boolean;
}
