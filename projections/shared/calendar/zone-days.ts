import { secondsPerDay, zoneOffsets } from '@tenure/time';

/** The day since 1970 of a second since 1970, in one time zone. */
export type DayOf = (second: number) => number;

/** Clock changes are known from 1900 to 2100, in seconds: outside of it the nearest offset is used. */
export const knownClockChanges = { first: Date.UTC(1900, 0, 1) / 1000, last: Date.UTC(2100, 0, 1) / 1000 };

/** `timezone`: an IANA name. Models count days in it: one calendar for all customers, that of the reports. */
export function daysIn(timezone: string): DayOf {
  const { offsetAt } = zoneOffsets(timezone, knownClockChanges);
  return (second) => Math.floor((second + offsetAt(second)) / secondsPerDay);
}
