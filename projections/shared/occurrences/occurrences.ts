import type { Occurrence } from '@tenure/customer';
import { dayOfTime, msPerDay, secondsPerDay } from '@tenure/time';
import { type CountedNumbers, countNumber, noNumbers } from '../counted/counted-numbers.js';

/**
 * When things of one kind happened. Instants are stored in seconds since the epoch, with a fraction where one was given:
 * four characters fewer each than milliseconds, and as exact (a double holds seconds to a millisecond for 100,000
 * years). Days are stored as days since 1970: no zone moves them.
 */
export type Occurrences = [instants: CountedNumbers, days: CountedNumbers];

export const noOccurrences = (): Occurrences => [noNumbers(), noNumbers()];

export function countOccurrence([instants, days]: Occurrences, { occurredAt, precision }: Occurrence, by: 1 | -1): void {
  if (precision === 'day') countNumber(days, dayOfTime(occurredAt), by);
  else countNumber(instants, occurredAt / 1000, by);
}

export const isNever = ([[instants], [days]]: Occurrences): boolean => instants.length === 0 && days.length === 0;

export const utcDayOf = (second: number): number => Math.floor(second / secondsPerDay);

const instantAt = (second: number): Occurrence => ({ occurredAt: Math.round(second * 1000) });
const dayAt = (day: number): Occurrence => ({ occurredAt: day * msPerDay, precision: 'day' });

/** The first; the instant, if there is a day and an instant on it. Null without any. */
export function firstIn([[instants], [days]]: Occurrences): Occurrence | null {
  const instant = instants[0];
  const day = days[0];
  if (instant === undefined) return day === undefined ? null : dayAt(day);
  return day === undefined || day >= utcDayOf(instant) ? instantAt(instant) : dayAt(day);
}

/** The last; the instant, if there is a day and an instant on it. */
export function lastIn([[instants], [days]]: Occurrences): Occurrence | null {
  const instant = instants[instants.length - 1];
  const day = days[days.length - 1];
  if (instant === undefined) return day === undefined ? null : dayAt(day);
  return day === undefined || day <= utcDayOf(instant) ? instantAt(instant) : dayAt(day);
}

/** The last instant and the last day, as far as they exist. */
export const lastsIn = ([[instants], [days]]: Occurrences): Occurrence[] => [...instants.slice(-1).map(instantAt), ...days.slice(-1).map(dayAt)];

/** The total number. */
export function countIn(occurrences: Occurrences): number {
  let count = 0;
  for (const [distinct, further] of occurrences) {
    count += distinct.length;
    for (let i = 1; i < further.length; i += 2) if (further[i]! > 0) count += further[i]!;
  }
  return count;
}

/** The last day of an occurrence, in the time zone that `dayOf` counts in; -Infinity without any. */
export const lastDayIn = ([[instants], [days]]: Occurrences, dayOf: (second: number) => number): number =>
  Math.max(instants.length > 0 ? dayOf(instants.at(-1)!) : -Infinity, days.at(-1) ?? -Infinity);

/** The first day of an occurrence, in the time zone that `dayOf` counts in; Infinity without any. */
export const firstDayIn = ([[instants], [days]]: Occurrences, dayOf: (second: number) => number): number =>
  Math.min(instants.length > 0 ? dayOf(instants[0]!) : Infinity, days[0] ?? Infinity);

/** Calls `visit` with each period with an occurrence, ascending, and their number. */
export function eachPeriod(
  [[instants, moreInstants], [days, moreDays]]: Occurrences,
  periodOf: (second: number) => number,
  periodOfDay: (day: number) => number,
  visit: (period: number, count: number) => void,
): void {
  let instant = 0;
  let day = 0;
  let moreInstant = 0;
  let moreDay = 0;
  let instantPeriod = instants.length > 0 ? periodOf(instants[0]!) : Infinity;
  let dayPeriod = days.length > 0 ? periodOfDay(days[0]!) : Infinity;
  while (instantPeriod !== Infinity || dayPeriod !== Infinity) {
    const period = Math.min(instantPeriod, dayPeriod);
    let count = 0;
    while (instantPeriod <= period) {
      const value = instants[instant]!;
      while (moreInstants[moreInstant]! < value) moreInstant += 2;
      count += moreInstants[moreInstant] === value ? 1 + moreInstants[moreInstant + 1]! : 1;
      instant += 1;
      instantPeriod = instant < instants.length ? periodOf(instants[instant]!) : Infinity;
    }
    while (dayPeriod <= period) {
      const value = days[day]!;
      while (moreDays[moreDay]! < value) moreDay += 2;
      count += moreDays[moreDay] === value ? 1 + moreDays[moreDay + 1]! : 1;
      day += 1;
      dayPeriod = day < days.length ? periodOfDay(days[day]!) : Infinity;
    }
    visit(period, count);
  }
}

/** Calls `visit` with each day in UTC with an occurrence, ascending, and their number. */
export function eachUtcDay(occurrences: Occurrences, visit: (day: number, count: number) => void): void {
  eachPeriod(occurrences, utcDayOf, (day) => day, visit);
}

/** Seconds between two instants, exact to the millisecond that rounding errors of the fractions would hide. */
export const secondsBetween = (from: number, to: number): number => Math.round((to - from) * 1000) / 1000;
