import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { usePeriodName } from '../../figure/period-name.js';
import { Trouble } from '../../figure/trouble.js';
import { Waiting } from '../../figure/waiting.js';
import { lastTwo } from './last-two.js';

/** What needs a deed, and what has changed between the last two months that are over. */
export function Attention(): ReactNode {
  const say = useTranslations('overview');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const complaints = useAnswer('/v1/complaints/summary');
  const { data, error, refetch } = useAnswer('/v1/lifecycle', { query: { granularity: 'month' } });
  if (complaints.error) return <Trouble error={complaints.error} again={complaints.refetch} />;
  if (error) return <Trouble error={error} again={refetch} />;
  if (!complaints.data || !data) return <Waiting />;
  const { total, critical } = complaints.data.openNow;
  const two = lastTwo(data);
  return (
    <section className="card">
      <h2 className="note">{say('attention')}</h2>
      <p>
        {say.rich('complaints', { b: (text) => <b>{text}</b>, open: total })} {say('critical', { critical })} <Link to="/complaints">{say('seeAll')}</Link>
      </p>
      {two ? (
        <table className="list">
          <caption className="note">{say('against', { period: nameOf(two.last.start), before: nameOf(two.before.start) })}</caption>
          <tbody>
            {(['active', 'new', 'returning', 'resurrecting', 'dormant'] as const).map((name) => (
              <tr key={name}>
                <th scope="row">{say(name)}</th>
                <td className="number">{format.number(two.last[name])}</td>
                <td className="number">{format.number(two.last[name] - two.before[name], { signDisplay: 'exceptZero' }).replace('-', '−')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
