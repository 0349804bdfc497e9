import { useFormatter } from 'use-intl';

/** The name of a period as a person reads it: `2026-04` is April 2026, days and weeks go by their (first) day. No zone moves it. */
export function usePeriodName(): (period: string) => string {
  const format = useFormatter();
  return (period) =>
    period.length === 7
      ? format.dateTime(new Date(`${period}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' })
      : format.dateTime(new Date(`${period}T00:00:00Z`), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
