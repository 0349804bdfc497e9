import { parseDuration } from '@tenure/time';
import { roundHalfEven } from '../shared/money/money.js';

const daysAMonth = 365 / 12;
const secondsADay = 86_400;
const known = new Map<string, number>();

/** How many months an interval lasts: a year has twelve months and 365 days. `interval`: an ISO 8601 duration longer than zero. */
export function monthsOf(interval: string): number {
  let months = known.get(interval);
  if (months === undefined) {
    const duration = parseDuration(interval);
    if (duration === null) throw new TypeError(`the interval "${interval}" reached a figure, which the shape of its command would have refused`);
    const { years, months: whole, weeks, days, hours, minutes, seconds } = duration;
    months = years * 12 + whole + (weeks * 7 + days + (hours * 3600 + minutes * 60 + seconds) / secondsADay) / daysAMonth;
    known.set(interval, months);
  }
  return months;
}

/** What a price for an interval is for a month, in whole minor units, a half to the even neighbour: sums of it are exact. */
export const monthlyMinor = (minor: number, interval: string): bigint => BigInt(roundHalfEven(minor / monthsOf(interval)));
