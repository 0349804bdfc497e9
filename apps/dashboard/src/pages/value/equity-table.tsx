import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { HeadRow } from '../../figure/head-row.js';
import { NotGiven } from '../../figure/not-given.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';

const columns = ['customers', 'gained', 'gone', 'mean', 'total', 'interval'] as const;

/** A row for each end of a month, the latest first. */
export function EquityTable({ points }: { readonly points: Schemas['LifetimeValueEquityAnswer']['points'] }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const dayOf = useDayName('UTC');
  const { exact } = useMoney();
  return (
    <table className="rows">
      <HeadRow row={say('day')} numbers={columns.map((column) => say(column))} />
      <tbody>
        {points.toReversed().map(({ about, customers, gained, lost, meanValue, totalValue, interval, noInterval }) => (
          <tr key={about}>
            <th scope="row">{dayOf(about)}</th>
            <td className="number">{format.number(customers)}</td>
            <td className="number">{gained === null ? '–' : format.number(gained)}</td>
            <td className="number">{lost === null ? '–' : format.number(lost)}</td>
            <td className="number">{meanValue === null ? '–' : exact(meanValue)}</td>
            <td className="number">{exact(totalValue)}</td>
            <td className="number">{interval ? say('range', { low: exact(interval.low), high: exact(interval.high) }) : <NotGiven why={noInterval} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
