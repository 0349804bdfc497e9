import type { QueryContext } from '@tenure/querying';
import { dayOfTime } from '@tenure/time';
import { dayIn } from '../shared/calendar/calendar.js';
import { type ShownSpan, showSpan } from '../shared/calendar/day-span.js';
import { calendarAround } from '../shared/calendar/kept-calendar.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import type { Complaint } from './complaint.js';
import type { ComplaintExportParameters } from './parameters.js';

/** Complaints opened on some days of a time zone. */
export interface OpenedWithin extends ShownSpan {
  readonly timezone: string;
  includes(complaint: Complaint): boolean;
}

export function openedWithin({ timezone: preset, now }: Pick<QueryContext, 'timezone' | 'now'>, parameters: ComplaintExportParameters): OpenedWithin {
  const span = readDaySpan(parameters);
  const timezone = readTimeZone(parameters.timezone, preset);
  const today = dayOfTime(now);
  const days = { first: span.from ?? span.to ?? today, last: span.to ?? span.from ?? today };
  const calendar = calendarAround({ granularity: 'day', timezone, weekStart: 'monday' }, days, now);
  const { from, to } = span;
  const whole = from === null && to === null;
  return {
    timezone,
    ...showSpan(span),
    includes({ openedAt }) {
      if (whole) return true;
      const day = dayIn(calendar, openedAt);
      return day >= (from ?? -Infinity) && day <= (to ?? Infinity);
    },
  };
}
