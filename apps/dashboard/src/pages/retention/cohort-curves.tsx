import type { Schemas } from '@tenure/client/browser';
import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';

type Retention = Schemas['RetentionAnswer'];
type Known = NonNullable<Retention['cohorts'][number]['cells'][number]>;

const [width, height] = [400, 300];
const margin = { top: 12, right: 92, bottom: 36, left: 34 };
const known = (cells: Retention['cohorts'][number]['cells']): Known[] => cells.filter((cell) => cell !== null);

/** Each cohort as a line in grey; the average, and the newest cohort with three periods, in colour with their names at their ends. */
export function CohortCurves({ retention: { cohorts, weightedAverage, definition } }: { readonly retention: Retention }): ReactNode {
  const say = useTranslations('retention');
  const nameOf = usePeriodName();
  const last = Math.max(1, ...cohorts.map(({ cells }) => known(cells).length - 1));
  const x = scaleLinear({ domain: [0, last], range: [margin.left, width - margin.right] });
  const y = scaleLinear({ domain: [0, 1], range: [height - margin.bottom, margin.top] });
  const at = ({ period }: { readonly period: number }): number => x(period);
  const newest = cohorts.findLast(({ cells }) => known(cells).length > 3);
  const average = weightedAverage.filter((cell) => cell !== null);
  const end = newest ? known(newest.cells).at(-1) : undefined;
  const period = say(`period.${definition.granularity}`);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('curves')} className="chart">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={margin.left} x2={width - margin.right} y1={y(share)} y2={y(share)} />
          <text className="axis" x={margin.left - 6} y={y(share)} dy="0.32em" textAnchor="end">
            {share * 100}
          </text>
        </g>
      ))}
      {x.ticks(6).map((tick) => (
        <text key={tick} className="axis" x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className="axis" x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle">
        {say('axis', { period })}
      </text>
      {cohorts.map((cohort) => (
        <LinePath key={cohort.cohort} className="line other" data={known(cohort.cells)} x={at} y={({ rate }) => y(rate)} />
      ))}
      {newest ? (
        <>
          <AreaClosed className="band second" data={known(newest.cells)} x={at} y0={({ low }) => y(low)} y1={({ high }) => y(high)} yScale={y} />
          <LinePath className="line second" data={known(newest.cells)} x={at} y={({ rate }) => y(rate)} />
          <text className="name second" x={x(end!.period) + 6} y={y(end!.rate)} dy="0.32em">
            {nameOf(newest.cohort)}
          </text>
        </>
      ) : null}
      <LinePath className="line meant" data={average} x={at} y={({ rate }) => y(rate)} />
      {average.length > 0 ? (
        <text className="name meant" x={x(average.at(-1)!.period) + 6} y={y(average.at(-1)!.rate)} dy="0.32em">
          {say('all')}
        </text>
      ) : null}
    </svg>
  );
}
