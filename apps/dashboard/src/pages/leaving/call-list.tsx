import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { CustomerLink } from '../../figure/customer-link.js';
import { usePeriodName } from '../../figure/period-name.js';
import { useMoney } from '../../figure/use-money.js';
import { Chance, usePercent } from '../../likelihood/chance.js';
import { useReasonSentence } from '../../likelihood/reason-sentence.js';
import './call-list.css';

/** Whom to call: a customer a row. */
export function CallList({ list: { items, horizon } }: { readonly list: Schemas['ChurnLikelihoodAnswer'] }): ReactNode {
  const say = useTranslations('leaving');
  const sayLikelihood = useTranslations('likelihood');
  const money = useMoney();
  const percent = usePercent();
  const nameOf = usePeriodName();
  const sentenceOf = useReasonSentence();
  if (items.length === 0) return <p className="note">{say('nobody')}</p>;
  const telephones = items.some(({ phone }) => phone);
  return (
    <div className="scroll">
      <table className="list calls">
        <thead>
          <tr>
            <th scope="col">{say('customer')}</th>
            {telephones ? <th scope="col">{say('telephone')}</th> : null}
            <th scope="col">{say('likelihood')}</th>
            <th scope="col">{say('interval')}</th>
            <th scope="col">{say('reason')}</th>
            <th scope="col" className="number">
              {say('value')}
            </th>
            <th scope="col" className="number">
              {say('atRisk')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { customerId, name, phone, low, high, reasons, value, valueAtRisk, override } = item;
            const reason = reasons[0] ? sentenceOf(reasons[0], item) : null;
            return (
              <tr key={customerId}>
                <th scope="row">
                  <CustomerLink id={customerId} name={name} search={{ horizon }} />
                </th>
                {telephones ? <td className="telephone">{phone}</td> : null}
                <td>
                  <Chance of={item} />
                  {override ? (
                    <p className="note">{sayLikelihood('stated', { probability: percent(override.probability), until: nameOf(override.expiresOn) })}</p>
                  ) : null}
                </td>
                <td className="interval">{low === null || high === null ? null : sayLikelihood('interval', { low: percent(low), high: percent(high) })}</td>
                <td className="reason" lang={reason?.lang}>
                  {reason?.text}
                </td>
                <td className="number">{value ? money.exact(value) : null}</td>
                <td className="number">
                  <b>{valueAtRisk ? money.exact(valueAtRisk) : null}</b>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
