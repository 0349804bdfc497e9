import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { CustomerLink } from '../../figure/customer-link.js';
import { Figure } from '../../figure/figure.js';
import { NotGiven } from '../../figure/not-given.js';
import { Trouble } from '../../figure/trouble.js';
import { useMoney } from '../../figure/use-money.js';
import { Waiting } from '../../figure/waiting.js';
import { useReasonSentence } from '../../likelihood/reason-sentence.js';
import { Answer, Order } from '../leaving/answer.js';
import { leavingQuery, leavingState } from '../leaving/state.js';
import { Question } from './question.js';

const state = leavingState({});
const request = { query: { ...leavingQuery(state), limit: 7 } };

/** Who is about to leave? How many more likely than not, and the first of them to call. */
export function AboutToLeave(): ReactNode {
  const say = useTranslations('overview');
  const format = useFormatter();
  const money = useMoney();
  const sentenceOf = useReasonSentence();
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/churn-likelihood', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Figure
      name="churn-likelihood"
      definition="churn-likelihood"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      question={<Question asked={say('leaves')} to="/likely-to-leave" />}
      axis={<Order list={data} />}
      answer={<Answer list={data} minimum={state.minimum} />}
      links={<CsvLink path="/v1/churn-likelihood" request={request} name="churn-likelihood" />}
    >
      <NotGiven why={data.notEnoughData} />
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
            {data.items.map((item) => {
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
