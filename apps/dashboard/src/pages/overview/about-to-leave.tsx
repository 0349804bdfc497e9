import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { CustomerLink } from '../../figure/customer-link.js';
import { Figure } from '../../figure/figure.js';
import { Trouble } from '../../figure/trouble.js';
import { useMoney } from '../../figure/use-money.js';
import { useReasonSentence } from '../../likelihood/reason-sentence.js';
import { Question } from './question.js';

const toCall = { query: { limit: 7 } };
const likely = { query: { limit: 1, minProbability: 0.5 } };

/** Who is about to leave? How many more likely than not, and the first to call. */
export function AboutToLeave(): ReactNode {
  const say = useTranslations('overview');
  const format = useFormatter();
  const money = useMoney();
  const sentenceOf = useReasonSentence();
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/churn-likelihood', toCall);
  const leavers = useAnswer('/v1/churn-likelihood', likely);
  if (error) return <Trouble error={error} again={refetch} />;
  if (leavers.error) return <Trouble error={leavers.error} again={leavers.refetch} />;
  if (!data || !leavers.data) return null;
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const { items, customers = 0, leftOut, horizon, asOf, notEnoughData } = data;
  const answer =
    notEnoughData === undefined ? (
      <>
        {say.rich('leaving', {
          b: (text) => <b>{text}</b>,
          likely: leavers.data.customers ?? 0,
          active: customers,
          days: Number(/^P(\d+)D$/.exec(horizon)?.[1] ?? 90),
        })}{' '}
        {leftOut ? <span className="note">{say('gone', { gone: leftOut.probablyGone })}</span> : null}
      </>
    ) : (
      say('notYet', { why: notEnoughData })
    );
  return (
    <Figure
      name="churn-likelihood"
      definition="churn-likelihood"
      asOf={asOf}
      timezone={null}
      updating={isPlaceholderData}
      axis={say('order')}
      answer={<Question asked={say('leaves')} answer={answer} to="/likely-to-leave" />}
      links={<CsvLink path="/v1/churn-likelihood" request={toCall} name="churn-likelihood" />}
    >
      <div className="scroll">
        <table className="list">
          <caption className="note">{say('open')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('customer')}</th>
              <th scope="col" className="number">
                {say('likelihood')}
              </th>
              <th scope="col">{say('why')}</th>
              <th scope="col" className="number">
                {say('atRisk')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const { customerId, name, probability, reasons, valueAtRisk } = item;
              const reason = reasons[0] ? sentenceOf(reasons[0], item) : null;
              return (
                <tr key={customerId}>
                  <th scope="row">
                    <CustomerLink id={customerId} name={name} />
                  </th>
                  <td className="number">{probability === null ? '' : percent(probability)}</td>
                  <td className="note" lang={reason?.lang}>
                    {reason?.text}
                  </td>
                  <td className="number">{valueAtRisk ? money.short(valueAtRisk) : ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}
