import type { Schemas } from '@tenure/client';
import { percent } from '../output/figures.js';
import { presentText } from '../output/present.js';
import { dim } from '../output/style.js';
import { type Column, tableOf } from '../output/table.js';
import { wrap } from '../output/wrap.js';

type Projection = Schemas['RetentionProjectionAnswer'];
type Cohort = Projection['cohorts'][number];

/** A row for each cohort: what is known of it last, each period ahead, and the interval of the last of them. */
export function projectionText({ definition, cohorts, notEnoughData }: Projection): string {
  if (cohorts.length === 0) return notEnoughData ?? 'There is no cohort in this range.';
  const { ahead, stays, granularity, timezone, present } = definition;
  const columns: Column<Cohort>[] = [
    { title: 'cohort', key: true, value: ({ cohort }) => cohort },
    { title: 'size', align: 'right', key: true, value: ({ size }) => size },
    { title: 'known', align: 'right', value: (cohort) => known(cohort).period },
    { title: 'there', align: 'right', value: (cohort) => percent(known(cohort).rate) },
    ...Array.from({ length: ahead }, (_, i): Column<Cohort> => ({ title: `+${i + 1}`, align: 'right', value: (cohort) => aheadOf(cohort, i) })),
    { title: `95 % of +${ahead}`, align: 'right', value: intervalOfLast },
    { title: 'curve', value: ({ curve }) => curve && `${curve.model}, ${curve.of === 'own' ? 'own' : 'all'}` },
  ];
  const reasons = [...new Set(cohorts.flatMap(({ noProjection }) => (noProjection === null ? [] : [noProjection])))];
  const about = `By ${granularity}, ${timezone}; known: periods behind a cohort. ${stays} ${presentText(present)}.`;
  return [tableOf(cohorts, columns), ...reasons.map((reason) => wrap(`-: ${reason}`)), dim(wrap(about))].join('\n');
}

const known = ({ cells }: Cohort): Cohort['cells'][number] => cells.findLast(({ projected }) => !projected)!;

const projectedOf = ({ cells }: Cohort): Cohort['cells'] => cells.filter(({ projected }) => projected);

function aheadOf(cohort: Cohort, i: number): string | null {
  const cell = projectedOf(cohort)[i];
  return cell === undefined ? null : percent(cell.rate);
}

function intervalOfLast(cohort: Cohort): string | null {
  const last = projectedOf(cohort).at(-1);
  return last === undefined ? null : `${percent(last.low)} - ${percent(last.high)}`;
}
