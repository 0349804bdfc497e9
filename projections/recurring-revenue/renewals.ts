import { firstDayOfMonth, monthOfDay, parseDuration } from '@tenure/time';

/** The length of a paid period, in months and days. */
export interface RenewalInterval {
  readonly months: number;
  readonly days: number;
}

/** Null for an interval with hours, minutes or seconds: renewals are counted in days. `interval`: ISO 8601. */
export function renewalInterval(interval: string): RenewalInterval | null {
  const duration = parseDuration(interval);
  if (duration === null || duration.hours + duration.minutes + duration.seconds > 0) return null;
  const { years, months, weeks, days } = duration;
  return { months: years * 12 + months, days: weeks * 7 + days };
}

/** The day of the k-th renewal of what began on `start`: the same day of a later month, or that month's last day, and days after it. */
export function renewalDay(start: number, { months, days }: RenewalInterval, k: number): number {
  if (months === 0) return start + k * days;
  const month = monthOfDay(start) + k * months;
  const last = firstDayOfMonth(month + 1) - 1;
  return Math.min(firstDayOfMonth(month) + (start - firstDayOfMonth(monthOfDay(start))), last) + k * days;
}

/** How many renewals have come by a day, that day included; 0 before the start. */
export function renewalsBy(start: number, interval: RenewalInterval, day: number): number {
  const length = interval.days + (interval.months * 365.2425) / 12;
  let k = Math.max(0, Math.floor((day - start) / length));
  while (k > 0 && renewalDay(start, interval, k) > day) k -= 1;
  while (renewalDay(start, interval, k + 1) <= day) k += 1;
  return k;
}
