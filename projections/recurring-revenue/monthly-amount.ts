import { parseDuration, secondsPerDay } from '@tenure/time';
import { roundHalfEven } from '../shared/money/money.js';

const daysAMonth = 365 / 12;

/** How many months an interval lasts: a year has twelve months and 365 days. `interval`: an ISO 8601 duration longer than zero. */
export function monthsOf(interval: string): number {
  const duration = parseDuration(interval);
  if (duration === null) throw new TypeError(`the interval "${interval}" reached a figure, which the shape of its command would have refused`);
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  return years * 12 + months + (weeks * 7 + days + (hours * 3600 + minutes * 60 + seconds) / secondsPerDay) / daysAMonth;
}

/** What a price for an interval is for a month, in whole minor units, a half to the even neighbour: sums of it are exact. */
export const monthlyMinor = (minor: number, interval: string): bigint => BigInt(roundHalfEven(minor / monthsOf(interval)));
