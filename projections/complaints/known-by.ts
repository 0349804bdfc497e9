import { occurrenceOfStamp } from '../shared/last-write/last-write.js';
import type { DayOf } from './cells.js';
import type { Logged, Step, StoredComplaint } from './document.js';

/** A complaint as it stood at the end of a day, in the zone that `dayOf` counts in; not logged if it was logged later. */
export function knownBy(day: number, [complaintId, logged, steps, owed, words]: StoredComplaint, dayOf: DayOf): StoredComplaint {
  const isKnown = ([stamp]: Logged | Step): boolean => dayOf(occurrenceOfStamp(stamp)) <= day;
  return [complaintId, logged.filter(isKnown), steps.filter(isKnown), owed, words];
}
