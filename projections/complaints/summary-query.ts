import { BadQuery, type Query, type Row } from '@tenure/projecting';
import type { ReadSnapshot, View } from '@tenure/read-store';
import { dayOfTime, monthName, monthOfDay } from '@tenure/time';
import type { Money } from '../money/money.js';
import { dayParameter } from '../query-parameters/parse.js';
import { liveView } from '../reading/live-view.js';
import { type Flow, flowLetters } from './cells.js';
import { resolveClasses, type Severity, severities } from './complaint.js';
import { ComplaintSummaryParameters } from './parameters.js';

export type BySeverity = Record<Severity | 'total', number>;

export interface ComplaintMonth extends Record<Flow, BySeverity> {
  readonly start: string;
  /** Complaints whose last resolution lies in the month, by the time it took from opening; null in `upToHours`: longer. */
  readonly timeToResolve: ReadonlyArray<{ readonly upToHours: number | null; readonly count: number }>;
  readonly meanHoursToResolve: number | null;
  readonly compensation: readonly Money[];
  readonly inProgress?: true;
}

export interface ComplaintSummary {
  readonly definition: {
    readonly name: 'complaints';
    readonly granularity: 'month';
    readonly timezone: 'UTC';
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly openNow: BySeverity;
  readonly periods: readonly ComplaintMonth[];
}

export const complaintSummaryQuery: Query<ComplaintSummaryParameters> = {
  name: 'complaints-summary',
  path: 'complaints/summary',
  summary: 'Complaints opened, acknowledged, resolved and reopened by month and severity, and how long resolving took',
  params: ComplaintSummaryParameters,
  cost: 'lookup',

  async run({ snapshot, now }, parameters): Promise<ComplaintSummary> {
    const from = dayParameter('from', parameters.from);
    const to = dayParameter('to', parameters.to);
    if (from !== null && to !== null && from > to) throw new BadQuery('from', 'from-after-to', 'from lies after to: swap them.');
    const view = await liveView(snapshot, 'complaints');
    const { months, openNow } = await readSums(snapshot, view);
    const known = [...months.keys()];
    const present = monthOfDay(dayOfTime(now));
    const first = from === null ? Math.min(...known) : monthOfDay(from);
    const last = Math.min(present, to === null ? Math.max(...known) : monthOfDay(to));
    const definition = { name: 'complaints' as const, granularity: 'month' as const, timezone: 'UTC' as const };
    if (known.length === 0) return { definition: { ...definition, from: null, to: null }, openNow, periods: [] };
    const periods: ComplaintMonth[] = [];
    for (let month = Math.max(first, Math.min(...known)); month <= last; month += 1) {
      periods.push(showMonth(month, months.get(month) ?? emptyMonth(), month === present));
    }
    return { definition: { ...definition, from: monthName(first), to: monthName(last) }, openNow, periods };
  },

  rows: (answer: ComplaintSummary) => summaryRows(answer),
};

interface MonthSums extends Record<Flow, BySeverity> {
  readonly classes: number[];
  seconds: number;
  readonly compensation: Map<string, number>;
}

const none = (): BySeverity => ({ low: 0, medium: 0, high: 0, critical: 0, total: 0 });
const emptyMonth = (): MonthSums => ({
  opened: none(),
  acknowledged: none(),
  resolved: none(),
  reopened: none(),
  classes: new Array<number>(resolveClasses.length + 1).fill(0),
  seconds: 0,
  compensation: new Map(),
});

const severityOf: Record<string, Severity> = Object.fromEntries(severities.map((severity) => [severity[0], severity]));
const flowOf: Record<string, Flow> = Object.fromEntries(Object.entries(flowLetters).map(([flow, letter]) => [letter, flow as Flow]));

function add(counts: BySeverity, letter: string, amount: number): void {
  counts[severityOf[letter]!] += amount;
  counts.total += amount;
}

async function readSums(snapshot: ReadSnapshot, view: View): Promise<{ months: Map<number, MonthSums>; openNow: BySeverity }> {
  const months = new Map<number, MonthSums>();
  const openNow = none();
  const of = (month: string): MonthSums => {
    let held = months.get(Number(month));
    if (held === undefined) {
      held = emptyMonth();
      months.set(Number(month), held);
    }
    return held;
  };
  for (const [cell, amount] of await snapshot.sums(view, '')) {
    const letter = cell[0]!;
    if (letter === 'n') add(openNow, cell[1]!, amount);
    else if (letter === 't') of(cell.slice(cell.indexOf('.') + 1)).classes[Number(cell.slice(1, cell.indexOf('.')))]! += amount;
    else if (letter === 'T') of(cell.slice(1)).seconds += amount;
    else if (letter === 'c') of(cell.slice(4)).compensation.set(cell.slice(1, 4), amount);
    else add(of(cell.slice(2))[flowOf[letter]!], cell[1]!, amount);
  }
  return { months, openNow };
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
    meanHoursToResolve: timed === 0 ? null : seconds / timed / 3600,
    compensation: [...compensation].sort(([left], [right]) => (left < right ? -1 : 1)).map(([currency, minor]) => ({ minor, currency })),
    ...(inProgress ? { inProgress } : {}),
  };
}

function* summaryRows({ periods }: ComplaintSummary): Iterable<Row> {
  for (const period of periods) {
    for (const severity of severities) {
      const { start, opened, acknowledged, resolved, reopened, inProgress = false } = period;
      yield {
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
