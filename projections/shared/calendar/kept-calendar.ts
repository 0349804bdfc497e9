import { dayOfTime, isUtc, secondsPerDay } from '@tenure/time';
import { type Calendar, type CalendarRules, calendarOf } from './calendar.js';

/** UTC, and weeks from Monday: the one calendar in which sums are kept; any other is counted from the documents. */
export const isKeptCalendar = ({ granularity, timezone, weekStart }: CalendarRules): boolean =>
  isUtc(timezone) && (granularity !== 'week' || weekStart === 'monday');

/** First and last UTC day with a purchase. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** Without data the calendar of a question covers the present. */
export function daysOfNothing(now: number): DayRange {
  const today = dayOfTime(now);
  return { first: today, last: today };
}

/** The calendar of a question: covers the days of the data, those around them, and the present (milliseconds). */
export function calendarAround(rules: CalendarRules, days: DayRange, now: number): Calendar {
  const first = (days.first - 40) * secondsPerDay;
  return calendarOf(rules, { first, last: Math.max((days.last + 40) * secondsPerDay, now / 1000 + 400 * secondsPerDay) });
}
