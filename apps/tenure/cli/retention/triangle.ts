import type { Retention, RetentionCell } from '@tenure/client';
import { percent } from '../output/figures.js';
import { dim, shade } from '../output/style.js';
import { type Column, grouped, tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Cohort = Retention['cohorts'][number];
const unfinished = '...';

/** Rows are cohorts, oldest first; columns are the periods since; the last row is the average weighted by size. */
export function retentionTable({ cohorts, weightedAverage, definition }: Retention, counts: boolean): string {
  if (cohorts.length === 0) return 'No purchases in this range. tenure import purchases FILE, or tenure demo, brings some in.';
  const periods = Math.max(...cohorts.map(({ cells }) => cells.length));
  const spans = Array.from({ length: periods }, (_, at) => cohorts.map(({ cells }) => cells[at]).find((cell) => cell));
  const columns: Column<Cohort>[] = [
    { title: 'cohort', key: true, value: ({ cohort }) => cohort },
    ...(definition.by === null
      ? []
      : [{ title: definition.by, key: true, value: ({ group }: Cohort) => (group === null || group === undefined ? null : String(group)) }]),
    { title: 'size', align: 'right', key: true, value: ({ size }) => size },
    ...spans.map(
      (span, at): Column<Cohort> => ({
        title: titleOf(span, at),
        align: 'right',
        value: ({ cells }) => cellText(cells, at, counts),
        paint: (text, { cells }) => (cells[at] ? shade(text, cells[at].rate) : text),
      }),
    ),
  ];
  const average: Cohort = { cohort: 'average', size: cohorts.reduce((sum, { size }) => sum + size, 0), cells: weightedAverage };
  const rows = cohorts.length > 1 ? [...cohorts, average] : cohorts;
  const { granularity, kind, mode, window, timezone } = definition;
  return `${tableOf(rows, columns)}\n${dim(wrap(`${kind} customers by ${window} ${granularity}, ${mode}, ${timezone}; ${unfinished} is not over yet`))}`;
}

function cellText(cells: readonly (RetentionCell | null)[], at: number, counts: boolean): string {
  const cell = cells[at];
  if (cell === undefined) return ' ';
  if (cell === null) return unfinished;
  return counts ? grouped(cell.count) : percent(cell.rate);
}

function titleOf(span: RetentionCell | null | undefined, at: number): string {
  if (!span?.through) return String(span?.period ?? at);
  return Number.isFinite(span.through) ? `${span.period}-${span.through}` : `${span.period}+`;
}
