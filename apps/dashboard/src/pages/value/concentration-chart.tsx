import { scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Measured } from '../../figure/measured.js';
import { type Concentration, curveOf, type Point } from './concentration-curve.js';

const height = 260;
const margin = { top: 12, right: 16, bottom: 28, left: 44 };

/** The share of the value by the share of customers, with what the first tenth brings. */
export function ConcentrationChart({ concentration }: { readonly concentration: Concentration }): ReactNode {
  return <Measured>{(width) => <Curve width={width} concentration={concentration} />}</Measured>;
}

function Curve({ width, concentration }: { readonly width: number; readonly concentration: Concentration }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const x = scaleLinear({ domain: [0, 1], range: [margin.left, width - margin.right] });
  const y = scaleLinear({ domain: [0, 1], range: [height - margin.bottom, margin.top] });
  const at = ({ customers }: Point): number => x(customers);
  const upTo = ({ value }: Point): number => y(value);
  const curve = curveOf(concentration);
  const tenth = concentration.top.find((each) => each.percent === 10);
  return (
    <svg width={width} height={height} role="img" aria-label={say('curve')} className="chart at-size concentration">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={margin.left} x2={width - margin.right} y1={y(share)} y2={y(share)} />
          <text className="axis" x={margin.left - 6} y={y(share)} dy="0.32em" textAnchor="end">
            {percent(share)}
          </text>
          <text className="axis" x={x(share)} y={height - 8} textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}>
            {share === 1 ? say('ofCustomers', { share: percent(share) }) : percent(share)}
          </text>
        </g>
      ))}
      <AreaClosed className="area" data={curve} x={at} y={upTo} yScale={y} />
      <line className="alike" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <text className="axis" x={x(0.72)} y={y(0.62)}>
        {say('alike')}
      </text>
      <LinePath className="line meant" data={curve} x={at} y={upTo} />
      {tenth ? (
        <>
          <line className="drop" x1={x(tenth.shareOfCustomers)} x2={x(tenth.shareOfCustomers)} y1={y(tenth.shareOfValue)} y2={y(0)} />
          <circle className="point" cx={x(tenth.shareOfCustomers)} cy={y(tenth.shareOfValue)} r="4" />
          <text className="name" x={x(tenth.shareOfCustomers) + 10} y={y(tenth.shareOfValue)} dy="0.9em">
            {say('bring', { percent: percent(0.1), share: percent(tenth.shareOfValue) })}
          </text>
        </>
      ) : null}
    </svg>
  );
}
