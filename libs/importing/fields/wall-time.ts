import { dayOf, msPerDay } from '@tenure/time';

export interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** The wall clock read as if it were UTC, in epoch milliseconds; null for a moment that no calendar or clock shows. */
export function wallMilliseconds(wall: WallTime): number | null {
  const day = dayOf(wall.year, wall.month, wall.day);
  if (day === null || wall.hour > 23 || wall.minute > 59 || wall.second > 59) return null;
  return day * msPerDay + ((wall.hour * 60 + wall.minute) * 60 + wall.second) * 1000 + wall.millisecond;
}
