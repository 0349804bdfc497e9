import { dayName, dayOf, msPerDay } from '@tenure/time';

/** The time in a cell, before a zone or the rest of its column is considered. */
export interface CellTime {
  /** The clock as written, in milliseconds as if it were UTC; midnight when there is no clock. */
  readonly wall: number;
  /** False for a day without a time. */
  readonly hasClock: boolean;
  /** Minutes east of UTC as written next to it, or null. */
  readonly offset: number | null;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** A cell in a known format that names no existing time: the reason continues the sentence that begins with the cell. */
export class NoSuchTime {
  constructor(readonly why: string) {}
}

export const noSuchTime = new NoSuchTime('is a date or time that does not exist: correct it');

/** `month` from 1 to 12; no clock for a day. */
export function cellTime(year: number, month: number, dayOfMonth: number, clock: Clock | null, offset: number | null = null): CellTime | NoSuchTime {
  const day = dayOf(year, month, dayOfMonth);
  if (day === null) return noSuchTime;
  if (clock === null) return { wall: day * msPerDay, hasClock: false, offset: null };
  const { hour, minute, second, millisecond } = clock;
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offset ?? 0) >= 24 * 60) return noSuchTime;
  return { wall: day * msPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond, hasClock: true, offset };
}

/** A time as it is recorded. */
export interface TimeValue {
  /** Epoch milliseconds; for a day, its 00:00 UTC. */
  readonly epoch: number;
  readonly precision: 'day' | 'instant';
  /** The clock as if it were UTC when the cell has no zone, otherwise null. */
  readonly wall: number | null;
  /** The cell in a form that no option changes: `2026-10-31`, `2026-10-31T20:00:00.000`, and in UTC where it has a zone. */
  readonly asWritten: string;
}

/** The day of a value that is a day: `2026-10-31`. */
export const dayText = ({ epoch }: TimeValue): string => dayName(epoch / msPerDay);
