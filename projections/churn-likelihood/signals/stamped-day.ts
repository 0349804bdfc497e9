import { dayIn } from '../../shared/calendar/calendar.js';
import type { DayOf } from '../../shared/calendar/zone-days.js';
import { occurrenceOfStamp } from '../../shared/last-write/last-write.js';

/** The day, in the zone of `dayOf`, of a fact that is kept by its stamp (see `stampOf`). */
export const dayOfStamp = (stamp: number, dayOf: DayOf): number => dayIn({ dayOf }, occurrenceOfStamp(stamp));
