import type { Occurrence } from '@tenure/customer';
import type { DayOf } from '../calendar/zone-days.js';
import { closingTypes } from '../last-write/closing.js';
import { countBy } from '../occurrences/occurrence-days.js';
import { countOccurrence, noOccurrences, type Occurrences } from '../occurrences/occurrences.js';

/** When a customer was closed and when reopened; 0 for the many who never were. A figure about a day counts only what had happened by then. */
export type DatedClosings = 0 | [closed: Occurrences, reopened: Occurrences];

export function dateClosing(held: DatedClosings, event: Occurrence & { readonly type: string }): DatedClosings {
  if (!closingTypes.includes(event.type)) return held;
  const dated = held === 0 ? ([noOccurrences(), noOccurrences()] satisfies DatedClosings) : held;
  countOccurrence(dated[event.type === 'CustomerClosed' ? 0 : 1], event, 1);
  return dated;
}

/** Closed by the end of a day: more often closed than reopened, so that two facts of one day need no order. */
export const isClosedOn = (held: DatedClosings, dayOf: DayOf, day: number): boolean =>
  held !== 0 && countBy(held[0], dayOf, day) > countBy(held[1], dayOf, day);
