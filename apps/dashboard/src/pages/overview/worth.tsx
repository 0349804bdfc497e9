import type { Schemas } from '@tenure/client/browser';
import { scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { Trouble } from '../../figure/trouble.js';
import { useMoney } from '../../figure/use-money.js';
import { Question } from './question.js';

type Concentration = Schemas['LifetimeValueConcentrationAnswer'];
type List = Schemas['LifetimeValueAnswer'];

const [width, height] = [400, 220];
const margin = { top: 18, right: 12, bottom: 34, left: 34 };
const request = {};

/** What are they worth? The expected value of all customers, and how few bring most of it. */
export function Worth(): ReactNode {
  const say = useTranslations('overview');
  const list = useAnswer('/v1/lifetime-value', { query: { limit: 1 } });
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifetime-value/concentration', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (list.error) return <Trouble error={list.error} again={list.refetch} />;
  if (!data || !list.data) return null;
  const answer = data.notEnoughData === undefined ? <Sentence list={list.data} concentration={data} /> : say('notYet', { why: data.notEnoughData });
  return (
    <Figure
      name="concentration"
      definition="lifetime-value"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      axis={say('axisOfMakers')}
      answer={<Question asked={say('worth')} answer={answer} to="/lifetime-value" />}
      table={<Shares concentration={data} />}
      links={<CsvLink path="/v1/lifetime-value/concentration" request={request} name="concentration" />}
    >
      <Bars concentration={data} />
    </Figure>
  );
}

function Sentence({ list, concentration: { top, horizon } }: { readonly list: List; readonly concentration: Concentration }): ReactNode {
  const say = useTranslations('overview');
  const format = useFormatter();
  const money = useMoney();
  const { total, margin } = list;
  const tenth = top.find(({ percent }) => percent === 10);
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  if (!total?.totalValue) return null;
  const { interval } = total;
  return (
    <>
      {say.rich('value', {
        b: (text) => <b>{text}</b>,
        total: money.short(total.totalValue),
        customers: total.customers,
        years: Number(/^P(\d+)Y$/.exec(horizon)?.[1] ?? 1),
      })}{' '}
      <span className="note">
        {interval ? say('valueInterval', { low: money.short(interval.low), high: money.short(interval.high) }) : null}{' '}
        {margin === 1 ? say('fullMargin') : say('margin', { margin: percent(margin) })}{' '}
        {tenth ? say('concentration', { share: percent(0.1), part: percent(tenth.shareOfValue) }) : null}
      </span>
    </>
  );
}

function Bars({ concentration: { makers } }: { readonly concentration: Concentration }): ReactNode {
  const say = useTranslations('overview');
  const x = scaleLinear({ domain: [0, 1], range: [margin.left, width - margin.right] });
  const most = Math.max(0.01, ...makers.map(({ shareOfCustomers }) => shareOfCustomers));
  const y = scaleLinear({ domain: [0, most], range: [height - margin.bottom, margin.top] });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say('axisOfMakers')} className="chart">
      <line className="grid" x1={margin.left} x2={width - margin.right} y1={y(0)} y2={y(0)} />
      {makers.map(({ of, shareOfCustomers }) => (
        <g key={of}>
          <rect className="bar" x={x(of - 0.1) + 2} width={x(0.1) - x(0) - 4} y={y(shareOfCustomers)} height={Math.max(1, y(0) - y(shareOfCustomers))} rx={2} />
          <text className="axis" x={x(of - 0.05)} y={y(shareOfCustomers) - 4} textAnchor="middle">
            {(shareOfCustomers * 100).toFixed(shareOfCustomers < 0.1 ? 1 : 0)}
          </text>
          <text className="axis" x={x(of - 0.05)} y={height - margin.bottom + 16} textAnchor="middle">
            {Math.round(of * 100)} %
          </text>
        </g>
      ))}
      <text className="axis" x={(margin.left + width - margin.right) / 2} y={height - 4} textAnchor="middle">
        {say('ofValue')}
      </text>
    </svg>
  );
}

function Shares({ concentration: { makers } }: { readonly concentration: Concentration }): ReactNode {
  const say = useTranslations('overview');
  const format = useFormatter();
  const money = useMoney();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('ofValue')}</th>
          <th scope="col">{say('ofCustomers')}</th>
          <th scope="col">{say('worth')}</th>
        </tr>
      </thead>
      <tbody>
        {makers.map(({ of, shareOfCustomers, value }) => (
          <tr key={of}>
            <td className="number">{format.number(of, { style: 'percent' })}</td>
            <td className="number">{format.number(shareOfCustomers, { style: 'percent', maximumFractionDigits: 1 })}</td>
            <td className="number">{money.exact(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
