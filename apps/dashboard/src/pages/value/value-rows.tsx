import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CustomerLink } from '../../figure/customer-link.js';
import { HeadRow } from '../../figure/head-row.js';
import { NotGiven } from '../../figure/not-given.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';

type Row = Schemas['LifetimeValueAnswer']['items'][number];
const columns = ['value', 'interval', 'alive', 'purchases', 'spend', 'past', 'lost', 'lastPurchase'] as const;

/** A customer in a row: the value, and the parts that it is made of. */
export function ValueRows({ rows }: { readonly rows: readonly Row[] }): ReactNode {
  const say = useTranslations('value');
  return (
    <div className="scroll">
      <table className="rows values">
        <HeadRow row={say('customer')} numbers={columns.map((column) => say(column))} />
        <tbody>
          {rows.map((row) => (
            <ValueRow key={row.customerId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ValueRow({ row }: { readonly row: Row }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const dayOf = useDayName('UTC');
  const { exact } = useMoney();
  const { value, interval, parts, facts } = row;
  return (
    <>
      <tr>
        <th scope="row">
          <CustomerLink id={row.customerId} />
        </th>
        <td className="number">{value === null ? <NotGiven why={row.notEnoughData} /> : <b>{exact(value)}</b>}</td>
        <td className="number">{interval ? say('range', { low: exact(interval.low), high: exact(interval.high) }) : <NotGiven why={row.noInterval} />}</td>
        <td className="number">
          {row.probabilityAlive === undefined ? null : format.number(row.probabilityAlive, { style: 'percent', maximumFractionDigits: 1 })}
        </td>
        <td className="number">{row.expectedPurchases === undefined ? null : format.number(row.expectedPurchases, { maximumFractionDigits: 1 })}</td>
        <td className="number">{row.expectedSpend ? exact(row.expectedSpend.amount) : null}</td>
        <td className="number">{parts ? exact(parts.past) : null}</td>
        <td className="number">{parts ? exact(parts.lostToLeaving) : null}</td>
        <td className="number">{facts ? dayOf(facts.lastPurchase) : null}</td>
      </tr>
      {row.outlier === undefined ? null : (
        <tr>
          <td colSpan={columns.length + 1}>
            <NotGiven why={row.outlier} />
          </td>
        </tr>
      )}
    </>
  );
}
