import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { presentText } from '../output/present.js';
import { bold, dim } from '../output/style.js';
import { type Column, grouped, tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Survival = Schemas['RetentionSurvivalAnswer'];
type Curve = Survival['curves'][number];
type Row = Curve['rows'][number];

/** For each curve how many it is about, its median, and a row for each period. */
export function survivalText({ definition, curves, notEnoughData }: Survival): string {
  if (curves.length === 0) return notEnoughData ?? 'Nobody has begun in this range.';
  const { by, begins, ends, present } = definition;
  const about = wrap(`From: ${begins} To: ${ends} ${presentText(present)}; intervals are 95 %.`);
  return [...curves.map((curve) => `${headOf(curve, by)}\n${tableOf(curve.rows, columnsOf(curve))}`), dim(about)].join('\n\n');
}

function headOf({ group, customers, events, censored, median, noMedian }: Curve, by: string | null): string {
  const name = by === null ? '' : `${by} ${group ?? '-'}: `;
  const middle = median === null ? noMedian : `median ${median.days} days (${median.low} to ${median.high ?? 'not reached'})`;
  return wrap(bold(`${name}${grouped(customers)} customers, ${grouped(events)} with the event, ${grouped(censored)} without; ${middle}`));
}

const columnsOf = ({ rows }: Curve): Column<Row>[] => [
  { title: 'days', align: 'right', key: true, value: ({ days }) => days },
  { title: 'at risk', align: 'right', value: ({ atRisk }) => atRisk },
  { title: 'events', align: 'right', value: ({ events }) => events },
  { title: 'censored', align: 'right', value: ({ censored }) => censored },
  { title: 'survival', align: 'right', value: ({ survival }) => percent(survival) },
  { title: 'from', align: 'right', value: ({ low }) => (low === null ? null : percent(low)) },
  { title: 'to', align: 'right', value: ({ high }) => (high === null ? null : percent(high)) },
  ...causesOf(rows),
];

const titles = { boughtAgain: 'bought', voluntary: 'by choice', involuntary: 'not so' } as const;

/** A column for each cause by which a customer can have had the event. */
function causesOf(rows: readonly Row[]): Column<Row>[] {
  return (Object.keys(titles) as Array<keyof typeof titles>)
    .filter((cause) => rows[0]?.happened[cause] !== undefined)
    .map((cause) => ({ title: titles[cause], align: 'right', value: ({ happened }) => percent(happened[cause]!) }));
}
