import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Figure } from '../../figure/figure.js';
import type { Money } from '../../figure/money.js';
import { usePeriodName } from '../../figure/period-name.js';
import { useMoney } from '../../figure/use-money.js';
import { useDuration } from '../../likelihood/duration.js';

export interface ValueCardProps {
  readonly value: Schemas['CustomerLifetimeValueAnswer'];
  readonly updating: boolean;
}

/** What the customer is expected to bring and what that is made of, or why it cannot be said. */
export function ValueCard({ value: answer, updating }: ValueCardProps): ReactNode {
  const say = useTranslations('customer.value');
  const format = useFormatter();
  const money = useMoney();
  const duration = useDuration();
  const nameOf = usePeriodName();
  const sayLikelihood = useTranslations('likelihood');
  const { value, parts, interval, noInterval, outlier, expectedPurchases, expectedSpend, horizon, discountRate, margin, about } = answer;
  if (value === null || parts === undefined) {
    return (
      <section className="card" lang="en">
        {answer.notEnoughData}
      </section>
    );
  }
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const rows: readonly (readonly [name: 'past' | 'futureIfActive' | 'lostToLeaving' | 'future' | 'whole', amount: Money, sign: '' | '−'])[] = [
    ['futureIfActive', parts.futureIfActive, ''],
    ['lostToLeaving', parts.lostToLeaving, '−'],
    ['future', parts.future, ''],
    ['past', parts.past, ''],
    ['whole', parts.whole, ''],
  ];
  return (
    <Figure
      answer={say.rich('answer', { b: (text) => <b>{text}</b>, value: money.short(value), horizon: duration(horizon) })}
      axis={say('terms', { horizon: duration(horizon), rate: percent(discountRate), margin: percent(margin), about: nameOf(about) })}
      definition="lifetime-value"
      name={`value-${answer.customerId}`}
      asOf={answer.asOf}
      timezone={null}
      updating={updating}
    >
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('parts')}</th>
              <th scope="col" className="number">
                {say('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, amount, sign]) => (
              <tr key={name} className={name === 'future' || name === 'whole' ? 'sum' : undefined}>
                <th scope="row">{say(name)}</th>
                <td className="number">
                  {sign}
                  {money.exact(amount)}
                </td>
              </tr>
            ))}
            {interval ? (
              <tr>
                <th scope="row">{say('interval')}</th>
                <td className="number">{sayLikelihood('interval', { low: money.exact(interval.low), high: money.exact(interval.high) })}</td>
              </tr>
            ) : null}
            {expectedPurchases === undefined ? null : (
              <tr>
                <th scope="row">{say('purchases')}</th>
                <td className="number">{format.number(expectedPurchases, { maximumFractionDigits: 1 })}</td>
              </tr>
            )}
            {expectedSpend ? (
              <tr>
                <th scope="row">{say('spend')}</th>
                <td className="number">{money.exact(expectedSpend.amount)}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      {[noInterval, outlier].map((text) =>
        text ? (
          <p key={text} className="note" lang="en">
            {text}
          </p>
        ) : null,
      )}
    </Figure>
  );
}
