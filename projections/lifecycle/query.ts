import { BadQuery, type Query, type QueryContext, type Row } from '@tenure/querying';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { type Calendar, type CalendarRules } from '../shared/calendar/calendar.js';
import { coveredSpan, type ShownSpan, showSpan } from '../shared/calendar/day-span.js';
import { calendarAround, type DayRange, daysOfNothing, isKeptCalendar } from '../shared/calendar/kept-calendar.js';
import { type AskedPresent, lastKnownDay, presentOf, readPresent, type ShownPresent, showPresent } from '../shared/calendar/present.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import { liveView } from '../shared/reading/live-view.js';
import { lifecycleSchema } from './answer-schema.js';
import { LifecycleParameters } from './parameters.js';
import { type CountedPeriods, type CountsByPeriod, countsFromScan, countsFromSums, purchaseDays } from './period-counts.js';

export interface LifecyclePeriod {
  readonly start: string;
  readonly new: number;
  readonly returning: number;
  readonly resurrecting: number;
  /** Null while the period is in progress: a customer who has not bought yet still may. */
  readonly dormant: number | null;
  readonly active: number;
  readonly purchases: number;
  readonly inProgress?: true;
}

export interface LifecycleAnswer {
  readonly definition: CalendarRules & ShownSpan & { readonly name: 'lifecycle'; readonly present: ShownPresent };
  readonly periods: readonly LifecyclePeriod[];
}

export const lifecycleQuery: Query<LifecycleParameters> = {
  name: 'lifecycle',
  path: 'lifecycle',
  summary: 'New, returning, resurrecting and dormant customers, period by period',
  params: LifecycleParameters,
  answer: lifecycleSchema,
  access: 'figures',
  cost: 'scan',
  run: answerLifecycle,
  rows: (answer: LifecycleAnswer) => lifecycleRows(answer),
  columns: () => lifecycleColumns,
};

type Source = 'kept-when-possible' | 'scan';

export async function answerLifecycle(context: QueryContext, parameters: LifecycleParameters, source: Source = 'kept-when-possible'): Promise<LifecycleAnswer> {
  const { snapshot } = context;
  const now = context.now / 1000;
  const rules: CalendarRules = {
    granularity: parameters.granularity ?? 'month',
    timezone: readTimeZone(parameters.timezone, context.timezone),
    weekStart: parameters.weekStart ?? 'monday',
  };
  const span = readDaySpan(parameters);
  const asked = readPresent(parameters.present);
  const view = await liveView(snapshot, 'lifecycle');
  const days = await purchaseDays(snapshot, view);
  const calendar = calendarAround(rules, days ?? daysOfNothing(context.now), context.now);
  const { counts, latestDay } = days === null ? countedNothing : await count(snapshot, view, calendar, days, asked, source);
  const present = presentOf(asked, latestDay, calendar, now);
  const definition = { name: 'lifecycle' as const, ...rules, present: showPresent(present) };
  if (counts.size === 0) return { definition: { ...definition, ...showSpan(span) }, periods: [] };

  const known = [...counts.keys()];
  const first = span.from === null ? known.reduce((least, period) => Math.min(least, period), Infinity) : calendar.periodOfDay(span.from);
  const latest = span.to === null ? known.reduce((most, period) => Math.max(most, period), -Infinity) : calendar.periodOfDay(span.to);
  const inProgress = calendar.periodOfDay(present.day);
  const last = Math.min(latest, inProgress);
  if (last - first > mostPeriods) {
    throw new BadQuery(
      'from',
      'too-many-periods',
      `That would be ${last - first + 1} periods, more than ${mostPeriods}: narrow from and to, or take longer periods.`,
    );
  }
  return {
    definition: { ...definition, ...coveredSpan(calendar, first, last, span) },
    periods: periodsOf(calendar, counts, first, last, inProgress),
  };
}

/** Sums are kept over all facts, in one calendar: any other question is counted from the documents. */
async function count(snapshot: ReadSnapshot, view: View, calendar: Calendar, days: DayRange, asked: AskedPresent, source: Source): Promise<CountedPeriods> {
  const lastDay = lastKnownDay(asked);
  if (source === 'kept-when-possible' && lastDay >= days.last && isKeptCalendar(calendar)) {
    return { counts: await countsFromSums(snapshot, view, calendar), latestDay: days.last };
  }
  return countsFromScan(snapshot, view, calendar, lastDay);
}

const countedNothing: CountedPeriods = { counts: new Map(), latestDay: null };

const mostPeriods = 40_000;

function periodsOf(calendar: Calendar, counts: CountsByPeriod, first: number, last: number, present: number): LifecyclePeriod[] {
  const periods: LifecyclePeriod[] = [];
  const activeIn = (period: number): number => {
    const held = counts.get(period);
    return held === undefined ? 0 : held.new + held.returning + held.resurrecting;
  };
  for (let period = first; period <= last; period += 1) {
    const { new: fresh = 0, returning = 0, resurrecting = 0, purchases = 0 } = counts.get(period) ?? {};
    const inProgress = period === present;
    periods.push({
      start: calendar.nameOf(period),
      new: fresh,
      returning,
      resurrecting,
      dormant: inProgress ? null : activeIn(period - 1) - returning,
      active: activeIn(period),
      purchases,
      ...(inProgress ? { inProgress } : {}),
    });
  }
  return periods;
}

export const lifecycleColumns = [
  'granularity',
  'timezone',
  'start',
  'new',
  'returning',
  'resurrecting',
  'dormant',
  'active',
  'purchases',
  'inProgress',
] as const;

export function* lifecycleRows({ definition, periods }: LifecycleAnswer): Iterable<Row> {
  for (const { inProgress = false, ...period } of periods) {
    yield { granularity: definition.granularity, timezone: definition.timezone, ...period, inProgress };
  }
}
