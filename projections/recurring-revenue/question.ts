import type { QueryContext } from '@tenure/querying';
import type { View } from '@tenure/read-store';
import { type Calendar, calendarOf } from '../shared/calendar/calendar.js';
import { type Present, presentOf, readPresent, type ShownPresent, showPresent } from '../shared/calendar/present.js';
import { knownClockChanges } from '../shared/calendar/zone-days.js';
import { readNumber } from '../shared/query-parameters/number.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import { liveView } from '../shared/reading/live-view.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import type { RevenueGranularity, RevenueParameters } from './parameters.js';

/** What a figure of recurring revenue is about. */
export interface RevenueQuestion {
  readonly view: View;
  readonly calendar: Calendar;
  readonly present: Present;
  /** For how many periods customers are followed. */
  readonly over: number;
  /** The past moment that was asked for, if any. */
  readonly moment: Pick<QueryContext, 'asAt'>;
}

/** The terms that every answer repeats. */
export interface RevenueTerms {
  readonly granularity: RevenueGranularity;
  readonly timezone: string;
  readonly weekStart: Calendar['weekStart'];
  readonly over: number;
  readonly present: ShownPresent;
}

export async function readRevenueQuestion(context: QueryContext, parameters: RevenueParameters): Promise<RevenueQuestion> {
  const { granularity = 'month', weekStart = 'monday' } = parameters;
  const { snapshot, now } = context;
  const calendar = calendarOf({ granularity, timezone: readTimeZone(parameters.timezone, context.timezone), weekStart }, knownClockChanges);
  const view = await liveView(snapshot, 'recurring-revenue');
  const asked = readPresent(parameters.present);
  const latestDay = asked === 'latest-fact' ? await latestFactDay(snapshot, view, calendar.dayOf) : null;
  return { view, calendar, present: presentOf(asked, latestDay, calendar, now / 1000), over: readNumber(parameters.over, 1), moment: context };
}

export const termsOf = ({ calendar: { granularity, timezone, weekStart }, over, present }: RevenueQuestion): RevenueTerms => ({
  granularity: granularity as RevenueGranularity,
  timezone,
  weekStart,
  over,
  present: showPresent(present),
});

/** The days, since 1970, at whose ends a row begins and ends that is named after its last period. */
export const boundsOf = ({ calendar, over }: Pick<RevenueQuestion, 'calendar' | 'over'>, period: number): { opens: number; closes: number } => ({
  opens: calendar.firstDayOf(period - over + 1) - 1,
  closes: calendar.firstDayOf(period + 1) - 1,
});
