import type { Position, RecordedEvent } from '@tenure/event-log';

export interface EventPage {
  readonly events: readonly RecordedEvent[];
  /** Where to go on: the last position looked at, whether or not its event passed the filter. `after` when none was. */
  readonly last: Position | null;
  /** Nothing was recorded behind `last` when the page was read. */
  readonly atEnd: boolean;
}
