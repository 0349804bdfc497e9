import type { EventLogReader, LogHead } from '@tenure/event-log';
import type { Moment } from './freshness.js';

/** The last event recorded at or before a moment, or null when there was none yet. A position may lie between two events. */
export async function checkpointAt(log: EventLogReader, moment: Moment): Promise<LogHead | null> {
  const position = 'position' in moment ? moment.position : await log.positionAt(moment.recordedAt);
  return position === null ? null : log.at(position);
}
