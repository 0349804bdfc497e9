import { dayName } from '@tenure/time';
import type { Calendar } from './calendar.js';

/** The first and last requested day, since 1970, both inclusive; null: no bound. */
export interface DaySpan {
  readonly from: number | null;
  readonly to: number | null;
}

export interface ShownSpan {
  readonly from: string | null;
  readonly to: string | null;
}

const nameOrNull = (day: number | null): string | null => (day === null ? null : dayName(day));

export const showSpan = ({ from, to }: DaySpan): ShownSpan => ({ from: nameOrNull(from), to: nameOrNull(to) });

/** The days of some whole periods; the requested span if there are none. */
export function coveredSpan(calendar: Calendar, first: number, last: number, asked: DaySpan): ShownSpan {
  return first > last ? showSpan(asked) : { from: dayName(calendar.firstDayOf(first)), to: dayName(calendar.firstDayOf(last + 1) - 1) };
}
