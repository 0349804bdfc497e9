import { type MoneyTotal, type Occurrence, severities } from '@tenure/customer';
import type { Query, Row } from '@tenure/querying';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { dayOfTime, monthName } from '@tenure/time';
import { type Calendar, dayIn } from '../shared/calendar/calendar.js';
import { coveredSpan, type ShownSpan, showSpan } from '../shared/calendar/day-span.js';
import { calendarAround, isKeptCalendar } from '../shared/calendar/kept-calendar.js';
import { type AskedPresent, lastKnownDay, presentOf, readPresent, type ShownPresent, showPresent } from '../shared/calendar/present.js';
import { utcDayOf } from '../shared/occurrences/occurrences.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { readTimeZone } from '../shared/query-parameters/timezone.js';
import { liveView } from '../shared/reading/live-view.js';
import { latestFactDay } from '../shared/scoring/latest-fact.js';
import { complaintSummarySchema } from './answer-schemas.js';
import { addComplaint, type Flow, factsOf } from './cells.js';
import { resolveClasses, totalsByCurrency } from './complaint.js';
import type { ComplaintsDocument } from './document.js';
import { knownBy } from './known-by.js';
import { type BySeverity, ComplaintSums, emptyMonth, type MonthSums } from './month-sums.js';
import { ComplaintSummaryParameters } from './parameters.js';

export interface ComplaintMonth extends Record<Flow, BySeverity> {
  readonly start: string;
  /** Complaints whose last resolution is in the month, by the time since opening; null in `upToHours`: longer. */
  readonly timeToResolve: ReadonlyArray<{ readonly upToHours: number | null; readonly count: number }>;
  readonly meanHoursToResolve: number | null;
  readonly compensation: readonly MoneyTotal[];
  readonly inProgress?: true;
}

export interface ComplaintSummary {
  readonly definition: ShownSpan & {
    readonly name: 'complaints';
    readonly granularity: 'month';
    readonly timezone: string;
    readonly present: ShownPresent;
  };
  readonly openNow: BySeverity;
  readonly periods: readonly ComplaintMonth[];
}

export const complaintSummaryQuery: Query<ComplaintSummaryParameters> = {
  name: 'complaints-summary',
  path: 'complaints/summary',
  summary: 'Complaints opened, acknowledged, resolved and reopened by month and severity, and how long resolving took',
  params: ComplaintSummaryParameters,
  answer: complaintSummarySchema,
  access: 'figures',
  cost: 'scan',

  async run({ snapshot, now, timezone }, parameters): Promise<ComplaintSummary> {
    const rules = { granularity: 'month' as const, timezone: readTimeZone(parameters.timezone, timezone), weekStart: 'monday' as const };
    const span = readDaySpan(parameters);
    const asked = readPresent(parameters.present);
    const view = await liveView(snapshot, 'complaints');
    const calendar = calendarAround(rules, { first: Math.min(earliestDay, span.from ?? earliestDay), last: dayOfTime(now) }, now);
    const { sums, latestDay } = await sumsOf(snapshot, view, calendar, asked);
    const { months, openByNow: openNow } = sums;
    const present = presentOf(asked, latestDay, calendar, now / 1000);
    const definition = { name: 'complaints' as const, granularity: rules.granularity, timezone: rules.timezone, present: showPresent(present) };
    if (months.size === 0) return { definition: { ...definition, ...showSpan(span) }, openNow, periods: [] };
    const known = [...months.keys()];
    const inProgress = calendar.periodOfDay(present.day);
    const first = Math.max(Math.min(...known), span.from === null ? -Infinity : calendar.periodOfDay(span.from));
    const last = Math.min(inProgress, span.to === null ? Math.max(...known) : calendar.periodOfDay(span.to));
    const periods: ComplaintMonth[] = [];
    for (let month = first; month <= last; month += 1) periods.push(showMonth(month, months.get(month) ?? emptyMonth(), month === inProgress));
    return { definition: { ...definition, ...coveredSpan(calendar, first, last, span) }, openNow, periods };
  },

  rows: (answer: ComplaintSummary) => summaryRows(answer),
  columns: () => summaryColumns,
};

/** Clock changes are known from here on: before 1970 the recorded rules of zones are not reliable enough to differ. */
const earliestDay = 0;

interface CountedSums {
  readonly sums: ComplaintSums;
  readonly latestDay: number | null;
}

/** In UTC from kept sums, without reading any document; in another zone, or about a day before the latest fact, complaint by complaint. */
async function sumsOf(snapshot: ReadSnapshot, view: View, calendar: Calendar, asked: AskedPresent): Promise<CountedSums> {
  const lastDay = lastKnownDay(asked);
  if (isKeptCalendar(calendar)) {
    const latestDay = await latestFactDay(snapshot, view, utcDayOf);
    if (latestDay === null || latestDay <= lastDay) return { sums: ComplaintSums.of(await snapshot.sums(view, '')), latestDay };
  }
  const sums = new ComplaintSums();
  const dayOf = (occurrence: Occurrence): number => dayIn(calendar, occurrence);
  let latest = -Infinity;
  for await (const chunk of snapshot.scan(view)) {
    for (const [, complaints] of chunk as Array<[string, ComplaintsDocument]>) {
      for (const stored of complaints) {
        const complaint = knownBy(lastDay, stored, dayOf);
        addComplaint(complaint, dayOf, sums);
        for (const fact of factsOf(complaint)) latest = Math.max(latest, dayOf(fact));
      }
    }
  }
  return { sums, latestDay: latest === -Infinity ? null : latest };
}

function showMonth(month: number, sums: MonthSums, inProgress: boolean): ComplaintMonth {
  const { opened, acknowledged, resolved, reopened, classes, seconds, compensation } = sums;
  const timed = classes.reduce((sum, count) => sum + count, 0);
  return {
    start: monthName(month),
    opened,
    acknowledged,
    resolved,
    reopened,
    timeToResolve: classes.map((count, i) => ({ upToHours: resolveClasses[i] ?? null, count })),
    meanHoursToResolve: timed === 0 ? null : Number(seconds) / timed / 3600,
    compensation: totalsByCurrency(compensation),
    ...(inProgress ? { inProgress } : {}),
  };
}

const summaryColumns = ['timezone', 'start', 'severity', 'opened', 'acknowledged', 'resolved', 'reopened', 'inProgress'] as const;

function* summaryRows({ definition, periods }: ComplaintSummary): Iterable<Row> {
  for (const period of periods) {
    for (const severity of severities) {
      const { start, opened, acknowledged, resolved, reopened, inProgress = false } = period;
      yield {
        timezone: definition.timezone,
        start,
        severity,
        opened: opened[severity],
        acknowledged: acknowledged[severity],
        resolved: resolved[severity],
        reopened: reopened[severity],
        inProgress,
      };
    }
  }
}
