import { BadQuery } from '@tenure/querying';
import type { CalendarRules } from '../../shared/calendar/calendar.js';
import type { DaySpan } from '../../shared/calendar/day-span.js';
import { type AskedPresent, readPresent } from '../../shared/calendar/present.js';
import { readDaySpan } from '../../shared/query-parameters/day-span.js';
import { readNumber } from '../../shared/query-parameters/number.js';
import { readTimeZone } from '../../shared/query-parameters/timezone.js';
import type { ProjectedSubject, ProjectionParameters, StayParameters } from './parameters.js';

export interface StayQuestion extends CalendarRules, DaySpan {
  readonly of: ProjectedSubject;
  /** Whole periods without a purchase after which a customer has left; null for subscriptions, which end visibly. */
  readonly silence: number | null;
  readonly present: AskedPresent;
}

export interface ProjectionQuestion extends StayQuestion {
  readonly ahead: number;
}

export const readProjectionQuestion = (parameters: ProjectionParameters, timezone: string): ProjectionQuestion => ({
  ...readStayQuestion(parameters, timezone),
  ahead: readNumber(parameters.ahead, 6),
});

export function readStayQuestion(parameters: StayParameters, timezone: string): StayQuestion {
  const { of = 'purchases', granularity = 'month', weekStart = 'monday', silence } = parameters;
  if (of === 'subscriptions' && silence) {
    throw new BadQuery('silence', 'silence-needs-purchases', 'A subscription ends when it is cancelled: leave silence out, or ask with of=purchases.');
  }
  return {
    of,
    granularity,
    timezone: readTimeZone(parameters.timezone, timezone),
    weekStart,
    ...readDaySpan(parameters),
    silence: of === 'purchases' ? readNumber(silence, 3) : null,
    present: readPresent(parameters.present),
  };
}
