import { scaleBand, scaleLinear } from '@visx/scale';
import { type ReactNode, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Measured } from './measured.js';
import './period-bars.css';
import { usePeriodName } from './period-name.js';
import { useWalk } from './use-walk.js';

const height = 360;
const margin = { top: 12, right: 96, bottom: 28, left: 44 };
/** A bar is no thinner, and a name of a period needs so many pixels. */
const [thinnest, named] = [5, 84];

export interface PeriodBar {
  readonly start: string;
  readonly inProgress: boolean;
  /** From how many to how many a part reaches; below zero what is counted downwards. */
  readonly parts: readonly { readonly part: string; readonly from: number; readonly to: number }[];
}

export interface PeriodBarsProps {
  readonly label: string;
  readonly bars: readonly PeriodBar[];
  readonly nameOfPart: (part: string) => string;
  /** A period in a sentence. */
  readonly tell: (start: string) => string;
}

/** A bar for each period, its parts stacked above and below zero. Arrows walk the bars, and the sentence below tells one. */
export function PeriodBars(props: PeriodBarsProps): ReactNode {
  const say = useTranslations('figure');
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      <Measured>{(width) => <Bars {...props} width={width} onTold={setTold} />}</Measured>
      <p className="note">{told === null ? say('walkBars') : props.tell(told)}</p>
    </>
  );
}

function Bars({
  width: there,
  label,
  bars,
  nameOfPart,
  tell,
  onTold,
}: PeriodBarsProps & { readonly width: number; readonly onTold: (start: string | null) => void }): ReactNode {
  const format = useFormatter();
  const nameOf = usePeriodName();
  const { within, walk, cell } = useWalk<SVGSVGElement>();
  const width = Math.max(there, margin.left + margin.right + bars.length * thinnest);
  const ends = bars.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const x = scaleBand({ domain: bars.map(({ start }) => start), range: [margin.left, width - margin.right], paddingInner: 0.2 });
  const y = scaleLinear({ domain: [Math.min(0, ...ends), Math.max(1, ...ends)], range: [height - margin.bottom, margin.top], nice: true });
  const every = Math.max(1, Math.ceil(named / x.step()));
  const last = bars.findLast(({ inProgress }) => !inProgress);
  return (
    <svg ref={within} width={width} height={height} aria-label={label} className="chart at-size bars" onKeyDown={walk}>
      <defs>
        <pattern id="not-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="gap" width="3" height="6" />
        </pattern>
      </defs>
      {y.ticks(6).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'zero' : 'grid'} x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text className="axis" x={margin.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {format.number(Math.abs(tick))}
          </text>
        </g>
      ))}
      {bars.map(({ start, inProgress, parts }, at) => (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a bar takes the focus to be read (WAI-ARIA Graphics Module)
        <g
          key={start}
          {...cell(0, at)}
          role="graphics-symbol"
          aria-label={tell(start)}
          className="bar"
          onFocusCapture={() => onTold(start)}
          onBlur={() => onTold(null)}
          onMouseEnter={() => onTold(start)}
          onMouseLeave={() => onTold(null)}
        >
          <rect className="whole" x={x(start)} width={x.bandwidth()} y={margin.top} height={height - margin.bottom - margin.top} />
          {parts.map(({ part, from, to }) => (
            <rect key={part} className={part} x={x(start)} width={x.bandwidth()} y={y(to)} height={y(from) - y(to)} />
          ))}
          {inProgress ? <rect fill="url(#not-over)" x={x(start)} width={x.bandwidth()} y={margin.top} height={height - margin.bottom - margin.top} /> : null}
        </g>
      ))}
      {bars.map(({ start }, at) =>
        at % every === 0 ? (
          <text key={start} className="axis" x={x(start)} y={height - 8}>
            {nameOf(start)}
          </text>
        ) : null,
      )}
      {last?.parts
        .filter(({ from, to }) => y(from) - y(to) >= 8)
        .map(({ part, from, to }) => (
          <text key={part} className={`name ${part}`} x={width - margin.right + 8} y={y((from + to) / 2)} dy="0.32em">
            {nameOfPart(part)}
          </text>
        ))}
    </svg>
  );
}
