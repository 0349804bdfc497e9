import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CustomerLink } from '../../figure/customer-link.js';
import { usePeriodName } from '../../figure/period-name.js';
import { useMoney } from '../../figure/use-money.js';

/** A customer a row. What was bought in several currencies has a line for each: they are not added up. */
export function CustomerTable({ customers }: { readonly customers: Schemas['CustomersAnswer']['items'] }): ReactNode {
  const say = useTranslations('customers');
  const format = useFormatter();
  const money = useMoney();
  const nameOf = usePeriodName();
  const day = (moment: string | null): string | null => (moment === null ? null : nameOf(moment.slice(0, 10)));
  return (
    <div className="scroll">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('customer')}</th>
            <th scope="col">{say('party')}</th>
            <th scope="col">{say('status')}</th>
            <th scope="col">{say('since')}</th>
            <th scope="col" className="number">
              {say('purchases')}
            </th>
            <th scope="col" className="number">
              {say('net')}
            </th>
            <th scope="col">{say('lastPurchase')}</th>
            <th scope="col" className="number">
              {say('openComplaints')}
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ customerId, name, party, status, since, totals, lastPurchase, openComplaints }) => (
            <tr key={customerId}>
              <th scope="row">
                <CustomerLink id={customerId} name={name} />
              </th>
              <td>{party === null ? null : say(`parties.${party}`)}</td>
              <td>{say(`statuses.${status}`)}</td>
              <td>{day(since)}</td>
              <td className="number">{format.number(totals.reduce((sum, { purchases }) => sum + purchases, 0))}</td>
              <td className="number">
                {totals.map(({ currency, net }) => (
                  <div key={currency}>{money.exact(net)}</div>
                ))}
              </td>
              <td>{day(lastPurchase)}</td>
              <td className="number">{openComplaints === 0 ? null : format.number(openComplaints)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
