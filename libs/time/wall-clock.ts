import { dayOf, msPerDay } from './civil-days.js';
import { isUtc } from './time-zone.js';
import { zoneTransitions } from './zone-transitions.js';

/** Turns a wall clock, given in milliseconds as if it were UTC, into epoch milliseconds. */
export type WallToEpoch = (wall: number) => number;

/** The offsets of one zone around one year: `offsets[i]` holds for wall times before `until[i]`. */
interface ZoneYear {
  readonly until: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * An IANA zone's transitions are looked up once for each year that occurs; after that a row costs a comparison or three.
 * A wall time that occurs twice is the earlier one; a skipped one moves forward (as in RFC 5545 and Temporal's
 * `compatible`). The name must be canonical.
 */
export function wallToEpoch(timeZone: string): WallToEpoch {
  if (isUtc(timeZone)) return (wall) => wall;
  const years = new Map<number, ZoneYear>();
  return (wall) => {
    const year = new Date(wall).getUTCFullYear();
    let zoneYear = years.get(year);
    if (!zoneYear) {
      zoneYear = lookUp(timeZone, year);
      years.set(year, zoneYear);
    }
    let at = 0;
    while (at < zoneYear.until.length && wall >= (zoneYear.until[at] as number)) at += 1;
    return wall - (zoneYear.offsets[at] as number);
  };
}

function lookUp(timeZone: string, year: number): ZoneYear {
  const newYear = (dayOf(year, 1, 1) as number) * msPerDay;
  const { starts, offsets } = zoneTransitions(timeZone, newYear - 2 * msPerDay, newYear + 368 * msPerDay);
  const until = starts.slice(1).map((start, at) => start + Math.max(offsets[at] as number, offsets[at + 1] as number));
  return { until, offsets };
}
