import { useFormatter } from 'use-intl';

/** The day of a moment as a person reads it: of a time in the zone of the answer; a day such as `2026-01-31` is moved by no zone. */
export function useDayName(timezone: string): (moment: string) => string {
  const format = useFormatter();
  return (moment) => format.dateTime(new Date(moment), { day: 'numeric', month: 'short', year: 'numeric', timeZone: moment.length === 10 ? 'UTC' : timezone });
}
