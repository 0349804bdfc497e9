import { BadQuery, type Query, type QueryContext, type Row } from '@tenure/projecting';
import { type Calendar, type CalendarRules, granularities, weekStarts } from '../calendar/calendar.js';
import { calendarAround, isKeptCalendar } from '../calendar/kept-calendar.js';
import { choiceParameter, dayParameter, timezoneParameter } from '../query-parameters/parse.js';
import { liveView } from '../reading/live-view.js';
import { LifecycleParameters } from './parameters.js';
import { type CountsByPeriod, countsFromScan, countsFromSums, purchaseDays } from './period-counts.js';

export interface LifecyclePeriod {
  readonly start: string;
  readonly new: number;
  readonly returning: number;
  readonly resurrecting: number;
  /** Null while the period is in progress: who has not bought yet still may. */
  readonly dormant: number | null;
  readonly active: number;
  readonly purchases: number;
  readonly inProgress?: true;
}

export interface LifecycleAnswer {
  readonly definition: CalendarRules & { readonly name: 'lifecycle'; readonly from: string | null; readonly to: string | null };
  readonly periods: readonly LifecyclePeriod[];
}

export const lifecycleQuery: Query<LifecycleParameters> = {
  name: 'lifecycle',
  path: 'lifecycle',
  summary: 'New, returning, resurrecting and dormant customers, period by period',
  params: LifecycleParameters,
  cost: 'scan',
  run: answerLifecycle,
  rows: (answer: LifecycleAnswer) => lifecycleRows(answer),
};

export async function answerLifecycle(
  context: QueryContext,
  parameters: LifecycleParameters,
  source: 'kept-when-possible' | 'scan' = 'kept-when-possible',
): Promise<LifecycleAnswer> {
  const { snapshot, now } = context;
  const rules: CalendarRules = {
    granularity: choiceParameter('granularity', parameters.granularity, granularities, 'month'),
    timezone: timezoneParameter(parameters.timezone, context.timezone),
    weekStart: choiceParameter('weekStart', parameters.weekStart, weekStarts, 'monday'),
  };
  const from = dayParameter('from', parameters.from);
  const to = dayParameter('to', parameters.to);
  if (from !== null && to !== null && from > to) throw new BadQuery('from', 'from-after-to', 'from lies after to: swap them.');
  const view = await liveView(snapshot, 'lifecycle');
  const days = await purchaseDays(snapshot, view);
  if (days === null) return { definition: { name: 'lifecycle', ...rules, from: null, to: null }, periods: [] };

  const calendar = calendarAround(rules, days, now);
  const counts = source === 'scan' || !isKeptCalendar(rules) ? await countsFromScan(snapshot, view, calendar) : await countsFromSums(snapshot, view, calendar);
  const present = calendar.periodOf(now / 1000);
  const known = [...counts.keys()];
  const first = from === null ? known.reduce((least, period) => Math.min(least, period), Infinity) : calendar.periodOfDay(from);
  const latest = to === null ? known.reduce((most, period) => Math.max(most, period), -Infinity) : calendar.periodOfDay(to);
  const last = Math.min(latest, present);
  if (last - first > mostPeriods) {
    throw new BadQuery(
      'from',
      'too-many-periods',
      `That would be ${last - first + 1} periods, more than ${mostPeriods}: narrow from and to, or take longer periods.`,
    );
  }
  return {
    definition: { name: 'lifecycle', ...rules, from: calendar.nameOf(first), to: calendar.nameOf(last) },
    periods: periodsOf(calendar, counts, first, last, present),
  };
}

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

export function* lifecycleRows({ definition, periods }: LifecycleAnswer): Iterable<Row> {
  for (const { inProgress = false, ...period } of periods) {
    yield { granularity: definition.granularity, timezone: definition.timezone, ...period, inProgress };
  }
}
