import { createRequire } from 'node:module';
import type { Temporal } from '@js-temporal/polyfill';
import { ImportRefused } from '../import-refused.js';
import { daysFromEpoch } from './calendar.js';

/** Loaded when a zone other than UTC is first asked for: it takes 20 MB in each thread, and most never need it. */
const temporal = (): typeof Temporal => (createRequire(import.meta.url)('@js-temporal/polyfill') as { Temporal: typeof Temporal }).Temporal;

/** Turns a wall clock, given as if it were UTC, into epoch milliseconds. */
export type WallToEpoch = (wall: number) => number;

const msPerDay = 86_400_000;

/** The offsets of one zone around one year: `offsets[i]` holds for wall times before `until[i]`. */
interface ZoneYear {
  readonly until: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * An IANA zone's transitions are looked up once for each year met; after that a row costs a comparison or three.
 * A wall time that occurs twice is the earlier one; one that is skipped moves forward (as RFC 5545 and Temporal's
 * `compatible` do).
 */
export function wallToEpoch(timeZone: string): WallToEpoch {
  if (timeZone === 'UTC' || timeZone === 'Z') return (wall) => wall;
  if (!isTimeZone(timeZone)) {
    throw new ImportRefused('unknown-time-zone', 'timeZone', `timeZone "${timeZone}" is not known: give an IANA name such as Europe/London, or UTC`);
  }
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

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function lookUp(timeZone: string, year: number): ZoneYear {
  const newYear = daysFromEpoch(year, 1, 1) * msPerDay;
  const start = temporal().Instant.fromEpochMilliseconds(newYear - 2 * msPerDay);
  const until: number[] = [];
  let moment = start.toZonedDateTimeISO(timeZone);
  const offsets = [offsetOf(moment)];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > newYear + 368 * msPerDay) return { until, offsets };
    const before = offsets[offsets.length - 1] as number;
    const after = offsetOf(next);
    until.push(next.epochMilliseconds + Math.max(before, after));
    offsets.push(after);
    moment = next;
  }
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1e6);
}
