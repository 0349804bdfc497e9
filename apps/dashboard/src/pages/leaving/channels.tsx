import type { Schemas } from '@tenure/client/browser';
import { scaleBand, scaleLinear } from '@visx/scale';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Measured } from '../../figure/measured.js';
import { decimalOf } from '../../figure/money.js';
import { useMoney } from '../../figure/use-money.js';
import './channels.css';

type ChurnList = Schemas['ChurnLikelihoodAnswer'];
type Group = NonNullable<ChurnList['groups']>[number];

const [row, names, figures] = [30, 90, 80];

/** Channels that customers on the list first bought by, the most valuable at risk first. */
const channelsOf = ({ groups }: ChurnList): Group[] => (groups ?? []).filter(({ customers }) => customers > 0);
const worth = ({ valueAtRisk }: Group): number => (valueAtRisk === null ? 0 : Number(decimalOf(valueAtRisk)));

function useChannelName(): (group: Group['group']) => string {
  const say = useTranslations('leaving');
  return (group) => (group === null ? say('channelUnknown') : String(group) === '(other)' ? say('channelOther') : String(group));
}

/** Which channel most of it came by. */
export function ChannelsNote({ list }: { readonly list: ChurnList }): ReactNode {
  const say = useTranslations('leaving');
  const format = useFormatter();
  const nameOf = useChannelName();
  const channels = channelsOf(list);
  const all = channels.reduce((sum, group) => sum + worth(group), 0);
  if (all === 0) return say('channelsNone');
  return say('channels', {
    channel: nameOf(channels[0]!.group),
    share: format.number(worth(channels[0]!) / all, { style: 'percent' }),
  });
}

/** A bar for each channel, from zero. */
export function Channels({ list }: { readonly list: ChurnList }): ReactNode {
  return <Measured>{(width) => <Bars list={list} width={width} />}</Measured>;
}

function Bars({ list, width }: { readonly list: ChurnList; readonly width: number }): ReactNode {
  const say = useTranslations('leaving');
  const money = useMoney();
  const nameOf = useChannelName();
  const channels = channelsOf(list);
  const height = channels.length * row;
  const x = scaleLinear({ domain: [0, Math.max(1, ...channels.map(worth))], range: [0, width - names - figures] });
  const y = scaleBand({ domain: channels.map(({ group }) => nameOf(group)), range: [0, height], padding: 0.35 });
  return (
    <svg width={width} height={height} role="img" aria-label={say('channelsAxis')} className="chart at-size channels">
      {channels.map((channel) => {
        const middle = y(nameOf(channel.group))! + y.bandwidth() / 2;
        return (
          <g key={nameOf(channel.group)}>
            <text x={names - 8} y={middle} dy="0.32em" textAnchor="end">
              {nameOf(channel.group)}
            </text>
            <rect x={names} y={middle - y.bandwidth() / 2} width={x(worth(channel))} height={y.bandwidth()} rx="2" />
            <text x={names + x(worth(channel)) + 6} y={middle} dy="0.32em">
              {channel.valueAtRisk ? money.short(channel.valueAtRisk) : null}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

export function ChannelTable({ list }: { readonly list: ChurnList }): ReactNode {
  const say = useTranslations('leaving');
  const format = useFormatter();
  const money = useMoney();
  const nameOf = useChannelName();
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say('channel')}</th>
          <th scope="col" className="number">
            {say('customers')}
          </th>
          <th scope="col" className="number">
            {say('value')}
          </th>
          <th scope="col" className="number">
            {say('atRisk')}
          </th>
        </tr>
      </thead>
      <tbody>
        {channelsOf(list).map(({ group, customers, value, valueAtRisk }) => (
          <tr key={nameOf(group)}>
            <th scope="row">{nameOf(group)}</th>
            <td className="number">{format.number(customers)}</td>
            <td className="number">{value ? money.exact(value) : null}</td>
            <td className="number">{valueAtRisk ? money.exact(valueAtRisk) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
