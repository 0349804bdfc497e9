import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { presentText } from '../output/present.js';
import { dim, shade } from '../output/style.js';
import { type Column, grouped, tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Retention = Schemas['RetentionAnswer'];
type RetentionCell = NonNullable<Schemas['RetentionAnswer']['cohorts'][number]['cells'][number]>;

type Cohort = Omit<Retention['cohorts'][number], 'customers'>;
const unfinished = '...';

/** Rows are cohorts, oldest first; columns are the periods since; the last row is the average weighted by size. */
export function retentionTable({ cohorts, weightedAverage, definition }: Retention, counts: boolean): string {
  if (cohorts.length === 0) return 'No purchases in this range. tenure import purchases FILE, or tenure demo, brings some in.';
  const periods = Math.max(...cohorts.map(({ cells }) => cells.length));
  const titles = Array.from({ length: periods }, (_, at) => titleOf(definition.brackets, at));
  const columns: Column<Cohort>[] = [
    { title: 'cohort', key: true, value: ({ cohort }) => cohort },
    ...(definition.by === null
      ? []
      : [{ title: definition.by, key: true, value: ({ group }: Cohort) => (group === null || group === undefined ? null : String(group)) }]),
    { title: 'size', align: 'right', key: true, value: ({ size }) => size },
    ...titles.map(
      (title, at): Column<Cohort> => ({
        title,
        align: 'right',
        value: ({ cells }) => cellText(cells, at, counts),
        paint: (text, { cells }) => (cells[at] ? shade(text, cells[at].rate) : text),
      }),
    ),
  ];
  const average: Cohort = { cohort: 'average', size: cohorts.reduce((sum, { size }) => sum + size, 0), cells: weightedAverage };
  const rows = cohorts.length > 1 ? [...cohorts, average] : cohorts;
  const { granularity, kind, mode, window, timezone, present } = definition;
  return `${tableOf(rows, columns)}\n${dim(wrap(`${kind} customers by ${window} ${granularity}, ${mode}, ${timezone}; ${presentText(present)}; ${unfinished} is not over yet`))}`;
}

function cellText(cells: readonly (RetentionCell | null)[], at: number, counts: boolean): string {
  const cell = cells[at];
  if (cell === undefined) return ' ';
  if (cell === null) return unfinished;
  return counts ? grouped(cell.count) : percent(cell.rate);
}

/** A bracket is named by its bounds, even if no cohort has got through it yet. */
function titleOf(brackets: readonly number[] | null, at: number): string {
  if (brackets === null) return String(at);
  const [first, through] = [brackets[at]!, brackets[at + 1]! - 1];
  return first === through ? String(first) : `${first}-${through}`;
}
