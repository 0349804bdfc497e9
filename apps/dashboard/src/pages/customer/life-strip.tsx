import { scaleLinear, scaleUtc } from '@visx/scale';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Measured } from '../../figure/measured.js';
import { decimalOf } from '../../figure/money.js';
import { useMoney } from '../../figure/use-money.js';
import type { CustomerScore } from '../../likelihood/scored.js';
import { usualGap } from '../../likelihood/usual-gap.js';
import type { Life, Paid } from './life.js';

const [least, height, ground, edge] = [720, 190, 110, 12];
const lanes = { returns: ground + 14, complaints: ground + 28, visits: ground + 42, axis: height - 8 } as const;

export interface LifeStripProps {
  readonly life: Life;
  readonly score: CustomerScore | null;
}

/** Purchases as stems above the ground, what else happened in lanes below it, and the silence since as a shade. */
export function LifeStrip(props: LifeStripProps): ReactNode {
  return <Measured>{(width) => <Strip {...props} width={Math.max(least, width)} />}</Measured>;
}

function Strip({ life: { purchases, returns, complaints, visits }, score, width }: LifeStripProps & { readonly width: number }): ReactNode {
  const say = useTranslations('customer.life');
  const sayLikelihood = useTranslations('likelihood');
  const format = useFormatter();
  const money = useMoney();
  const moments = [
    ...[...purchases, ...returns, ...visits].map(({ at }) => Date.parse(at)),
    ...complaints.flatMap(({ from, until }) => [Date.parse(from), ...(until === null ? [] : [Date.parse(until)])]),
    ...(score ? [Date.parse(score.about)] : []),
  ];
  if (moments.length === 0) return null;
  const end = Math.max(...moments);
  const x = scaleUtc({ domain: [Math.min(...moments), end], range: [edge, width - edge] });
  const at = (moment: string): number => x(Date.parse(moment));
  const dearest = Math.max(1, ...purchases.map(({ amount }) => Number(decimalOf(amount))));
  const y = scaleLinear({ domain: [0, Math.sqrt(dearest)], range: [ground, 14] });
  const told = (kind: 'purchase' | 'return' | 'complaint' | 'visit', moment: string, amount?: Paid['amount']): string =>
    [say(`kinds.${kind}`), format.dateTime(new Date(moment), { dateStyle: 'medium', timeZone: 'UTC' }), amount ? money.exact(amount) : null]
      .filter((part) => part !== null)
      .join(', ');
  const last = purchases.at(-1);
  return (
    <svg width={width} height={height} role="img" aria-label={say('axis')} className="chart at-size life">
      {score && last && score.facts.daysSinceLastPurchase > 0 ? <Silence from={at(last.at)} to={x(end)} score={score} /> : null}
      {x.ticks(8).map((tick) => (
        <g key={tick.getTime()}>
          <line className="grid" x1={x(tick)} x2={x(tick)} y1="8" y2={lanes.axis - 14} />
          <text className="axis" x={x(tick)} y={lanes.axis} textAnchor="middle">
            {format.dateTime(tick, { month: 'short', ...(tick.getUTCMonth() === 0 ? { year: 'numeric' } : {}), timeZone: 'UTC' })}
          </text>
        </g>
      ))}
      <line className="ground" x1={edge} x2={width - edge} y1={ground} y2={ground} />
      {purchases.map(({ id, at: moment, amount }) => (
        <g key={id} className="purchase">
          <title>{told('purchase', moment, amount)}</title>
          <line x1={at(moment)} x2={at(moment)} y1={ground} y2={y(Math.sqrt(Math.max(0, Number(decimalOf(amount)))))} />
          <circle cx={at(moment)} cy={y(Math.sqrt(Math.max(0, Number(decimalOf(amount)))))} r="3" />
        </g>
      ))}
      {returns.map(({ id, at: moment, amount }) => (
        <circle key={id} className="return" cx={at(moment)} cy={lanes.returns} r="4">
          <title>{told('return', moment, amount)}</title>
        </circle>
      ))}
      {complaints.map(({ id, from, until }) => (
        <rect
          key={id}
          className="complaint"
          x={at(from)}
          width={Math.max(3, (until === null ? x(end) : at(until)) - at(from))}
          y={lanes.complaints - 3}
          height="6"
          rx="2"
        >
          <title>{`${told('complaint', from)}, ${until === null ? say('stillOpen') : sayLikelihood('days', { count: Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) })}`}</title>
        </rect>
      ))}
      {visits.map(({ id, at: moment }) => (
        <path key={id} className="visit" d={`M${at(moment)} ${lanes.visits - 4}l4 7h-8z`}>
          <title>{told('visit', moment)}</title>
        </path>
      ))}
    </svg>
  );
}

/** The time since the last purchase, with its length and what is usual; the words stand left of it where it is too narrow for them. */
function Silence({ from, to, score: { facts } }: { readonly from: number; readonly to: number; readonly score: CustomerScore }): ReactNode {
  const say = useTranslations('customer.life');
  const sayLikelihood = useTranslations('likelihood');
  const gap = usualGap(facts);
  const narrow = to - from < 130;
  const words = narrow ? { x: from - 6, textAnchor: 'end' as const } : { x: (from + to) / 2, textAnchor: 'middle' as const };
  return (
    <g className="silence">
      <rect x={from} width={to - from} y="8" height={ground - 8} />
      <text {...words} y="18">
        {say('silent', { days: facts.daysSinceLastPurchase })}
      </text>
      {gap === null ? null : (
        <text {...words} y="33">
          {say('usual', { gap: sayLikelihood('days', { count: gap }) })}
        </text>
      )}
    </g>
  );
}
