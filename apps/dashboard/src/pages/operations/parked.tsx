import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';

/** Customers whom a read model could not take in, and why; the others go on. */
export function Parked(): ReactNode {
  const say = useTranslations('operations');
  const format = useFormatter();
  const { data, error, refetch } = useAnswer('/v1/operations/parked');
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  const { items } = data;
  return (
    <section className="card">
      <h2 className="answer">{say('parkedAnswer', { count: items.length })}</h2>
      {items.length === 0 ? null : (
        <div className="scroll">
          <table className="list">
            <thead>
              <tr>
                <th scope="col">{say('customer')}</th>
                <th scope="col">{say('readModel')}</th>
                <th scope="col">{say('why')}</th>
                <th scope="col">{say('when')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ customerId, projection, reason, parkedAt }) => (
                <tr key={`${projection} ${customerId}`}>
                  <th scope="row">{customerId}</th>
                  <td>{projection}</td>
                  <td lang="en">{reason}</td>
                  <td>{format.dateTime(new Date(parkedAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="note">{say('parkedNote')}</p>
    </section>
  );
}
