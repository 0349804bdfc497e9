import type { Occurrence } from '@tenure/customer';
import { dayName, dayOfTime, firstDayOfMonth, monthName, monthOfDay, secondsPerDay, zoneOffsets } from '@tenure/time';

export const granularities = ['day', 'week', 'month'] as const;
export type Granularity = (typeof granularities)[number];
export const weekStarts = ['monday', 'sunday'] as const;
export type WeekStart = (typeof weekStarts)[number];

export interface CalendarRules {
  readonly granularity: Granularity;
  /** IANA name: a period begins at midnight there. */
  readonly timezone: string;
  readonly weekStart: WeekStart;
}

/** Numbers the days, weeks or months of a time zone without gaps, around 1970. Seconds are since the epoch, UTC. */
export interface Calendar extends CalendarRules {
  periodOf(second: number): number;
  periodOfDay(day: number): number;
  /** First second of a period. */
  startOf(period: number): number;
  /** The day of a moment, since 1970. */
  dayOf(second: number): number;
  firstSecondOf(day: number): number;
  firstDayOf(period: number): number;
  /** `1997-01` for a month; for a day or a week the day, or the day on which it starts: `1997-01-06`. */
  nameOf(period: number): string;
}

interface Numbering {
  periodOfDay(day: number): number;
  firstDayOf(period: number): number;
}

const daily: Numbering = { periodOfDay: (day) => day, firstDayOf: (period) => period };
const monthly: Numbering = { periodOfDay: monthOfDay, firstDayOf: firstDayOfMonth };
/** 1970-01-01 was a Thursday: week 0 began three days earlier, or four. */
const weekly: Record<WeekStart, Numbering> = {
  monday: { periodOfDay: (day) => Math.floor((day + 3) / 7), firstDayOf: (week) => week * 7 - 3 },
  sunday: { periodOfDay: (day) => Math.floor((day + 4) / 7), firstDayOf: (week) => week * 7 - 4 },
};

export const isoWeekOfDay = weekly.monday.periodOfDay;

/** The day of a fact in the calendar's time zone; a day is the same in every zone. */
export const dayIn = ({ dayOf }: Pick<Calendar, 'dayOf'>, { occurredAt, precision }: Occurrence): number =>
  precision === 'day' ? dayOfTime(occurredAt) : dayOf(occurredAt / 1000);

/** `range`: the seconds between which periods are needed; clock changes are known within it. */
export function calendarOf(rules: CalendarRules, range: { first: number; last: number }): Calendar {
  const { granularity, timezone, weekStart } = rules;
  const numbering = granularity === 'day' ? daily : granularity === 'month' ? monthly : weekly[weekStart];
  const { periodOfDay, firstDayOf } = numbering;
  const zone = zoneOffsets(timezone, range);
  const dayOf = (second: number): number => Math.floor((second + zone.offsetAt(second)) / secondsPerDay);
  return {
    granularity,
    timezone,
    weekStart,
    periodOf: (second) => periodOfDay(dayOf(second)),
    periodOfDay,
    startOf: (period) => zone.firstSecondAt(firstDayOf(period) * secondsPerDay),
    dayOf,
    firstSecondOf: (day) => zone.firstSecondAt(day * secondsPerDay),
    firstDayOf,
    nameOf: (period) => (granularity === 'month' ? monthName(period) : dayName(firstDayOf(period))),
  };
}
