import type { Moments } from '@tenure/querying';
import { msPerDay, parseDay, parseDuration, parseTime } from '@tenure/time';
import { Problem } from '../problems/problem.js';

/** `P90D` from now, a day until its end, or a time; a year has 365 days here, a month a twelfth of it. Epoch milliseconds. */
export function readExpiry(text: string, now: number, moments: Pick<Moments, 'endOfDay'>): number {
  const day = parseDay(text);
  const end = day !== null ? moments.endOfDay(day) : (parseTime(text) ?? after(text, now));
  if (end !== null) return end;
  const detail = 'must be a duration, a day or an RFC 3339 time, e.g. P90D or 2027-03-31';
  throw new Problem('invalid-body', `expires ${detail}.`, { errors: [{ pointer: '/expires', code: 'wrong-expiry', detail: `expires ${detail}` }] });
}

function after(text: string, now: number): number | null {
  const duration = parseDuration(text);
  if (duration === null) return null;
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const wholeDays = Math.round(years * 365 + (months * 365) / 12) + weeks * 7 + days;
  return now + wholeDays * msPerDay + ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
