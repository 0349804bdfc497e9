import type { Schemas } from '@tenure/client/browser';
import { scaleLinear, scaleTime } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Measured } from '../../figure/measured.js';
import { decimalOf, type Money } from '../../figure/money.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';

type Point = Schemas['LifetimeValueEquityAnswer']['points'][number];

const height = 280;
const margin = { top: 12, right: 72, bottom: 28, left: 64 };
/** A name of a day needs so many pixels. */
const named = 120;
const amount = (money: Money): number => Number(decimalOf(money));
const at = ({ about }: Point): number => Date.parse(about);

/** Value at the end of each month as a line, its 95 % interval as a band. */
export function EquityChart({ points }: { readonly points: readonly Point[] }): ReactNode {
  return <Measured>{(width) => <Line width={width} points={points} />}</Measured>;
}

function Line({ width, points }: { readonly width: number; readonly points: readonly Point[] }): ReactNode {
  const say = useTranslations('value');
  const dayOf = useDayName('UTC');
  const { short } = useMoney();
  const known = points.filter((point) => point.interval !== null);
  const currency = points[0]!.totalValue.currency;
  const highest = Math.max(1, ...points.map(({ totalValue, interval }) => amount(interval?.high ?? totalValue)));
  const x = scaleTime({ domain: [at(points[0]!), at(points.at(-1)!)], range: [margin.left, width - margin.right] });
  const y = scaleLinear({ domain: [0, highest], range: [height - margin.bottom, margin.top], nice: true });
  const left = (point: Point): number => x(at(point));
  const every = Math.max(1, Math.ceil((named * points.length) / width));
  const last = points.at(-1)!;
  const digits = 10 ** (String(decimalOf({ minor: 0, currency })).split('.')[1]?.length ?? 0);
  return (
    <svg width={width} height={height} role="img" aria-label={say('equity')} className="chart at-size equity">
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {short({ minor: Math.round(tick * digits), currency })}
          </text>
        </g>
      ))}
      {points.map((point, index) =>
        (points.length - 1 - index) % every === 0 ? (
          <text key={point.about} className="axis" x={left(point)} y={height - 8} textAnchor="middle">
            {dayOf(point.about)}
          </text>
        ) : null,
      )}
      <AreaClosed
        className="band"
        data={known}
        x={left}
        y0={({ interval }) => y(amount(interval!.low))}
        y1={({ interval }) => y(amount(interval!.high))}
        yScale={y}
      />
      <LinePath className="line meant" data={[...points]} x={left} y={({ totalValue }) => y(amount(totalValue))} />
      {points.map((point) => (
        <circle key={point.about} className="point" cx={left(point)} cy={y(amount(point.totalValue))} r="3">
          <title>
            {say('equityTold', {
              about: dayOf(point.about),
              total: short(point.totalValue),
              interval: point.interval ? say('range', { low: short(point.interval.low), high: short(point.interval.high) }) : 'none',
            })}
          </title>
        </circle>
      ))}
      <text className="name meant" x={left(last) + 8} y={y(amount(last.totalValue))} dy="0.32em">
        {short(last.totalValue)}
      </text>
    </svg>
  );
}
