import { show } from '@tenure/shape';
import type { DecideContext } from './aspect.js';
import { beginningOf, type Occurrence } from './occurrence.js';
import { type Rejection, reject } from './rejection.js';

/** Histories begin with the oldest records a firm may still have; an earlier date is a typing error. */
const EARLIEST = Date.UTC(1900, 0, 1);

const DAY = 86_400_000;

/** Refuses an invalid time, one in the future everywhere on earth, and one before all records. `field`: where it was given as `text`. */
export function refuseTime(
  occurrence: Occurrence | null,
  text: string | null | undefined,
  { now, allowedSkewMs }: Pick<DecideContext, 'now' | 'allowedSkewMs'>,
  field: string,
): Rejection | null {
  if (occurrence === null) {
    const detail = `${show(text)} is not a time: write it as 2026-03-01T12:30:00Z, or as 2026-03-01 where only the day is known.`;
    return reject('wrong-time', detail, `/${field}`);
  }
  if (beginningOf(occurrence) > now + allowedSkewMs) {
    const limit = `at most ${duration(allowedSkewMs)} ahead of the engine's clock (${new Date(now).toISOString()})`;
    const detail = `${text} is in the future: ${field} may be ${limit}. Record it once it has happened, or correct the time or its zone.`;
    return reject('occurred-in-future', detail, `/${field}`);
  }
  if (occurrence.occurredAt < EARLIEST) {
    return reject('occurred-too-early', `${text} is before the year 1900: correct the year of ${field}.`, `/${field}`);
  }
  return null;
}

function duration(milliseconds: number): string {
  if (milliseconds >= DAY && milliseconds % DAY === 0) return `${milliseconds / DAY} d`;
  if (milliseconds >= 60_000 && milliseconds % 60_000 === 0) return `${milliseconds / 60_000} min`;
  return `${milliseconds / 1000} s`;
}
