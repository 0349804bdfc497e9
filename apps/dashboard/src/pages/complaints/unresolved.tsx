import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { Scrolled } from '../../figure/scrolled.js';
import { Trouble } from '../../figure/trouble.js';
import { causesOf, LONG, longBefore, waitsLong } from './waiting.js';

/** As many as a page of the API holds. */
const request = { query: { status: 'unresolved', order: 'oldest', limit: 1000 } } as const;

/** How many complaints are unresolved, how many of them wait too long, and what they are about. */
export function Unresolved({ summary, now }: { readonly summary: Schemas['ComplaintsSummaryAnswer']; readonly now: number }): ReactNode {
  const say = useTranslations('complaints');
  const format = useFormatter();
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/complaints', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  const looked = { now, timezone: data.definition.timezone };
  const causes = causesOf(data.items, looked);
  const most = causes[0]?.complaints ?? 1;
  const answer =
    summary.openNow.total === 0
      ? say('answerNone')
      : say.rich('answer', {
          b: (text) => <b>{text}</b>,
          unresolved: summary.openNow.total,
          critical: summary.openNow.critical,
          long: data.items.filter((each) => waitsLong(each, looked)).length,
          atLeast: data.next === null ? 'no' : 'yes',
          days: LONG,
        });
  return (
    <Figure
      answer={
        <>
          {answer}{' '}
          <Link to="/complaints" search={{ status: 'unresolved', severity: 'all', order: 'oldest', to: longBefore(looked) }}>
            {say('seeThem')}
          </Link>
        </>
      }
      definition="complaints"
      name="complaints"
      asOf={data.asOf}
      timezone={data.definition.timezone}
      updating={isPlaceholderData}
      links={<CsvLink path="/v1/complaints" request={request} name="complaints-unresolved" />}
    >
      <Scrolled label={say('causes')}>
        <table className="rows">
          <caption>{data.next === null ? say('causes') : say('causesOfOldest', { count: data.items.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{say('subject')}</th>
              <th scope="col" className="number">
                {say('complaints')}
              </th>
              <td className="bar-column" />
              <th scope="col" className="number">
                {say('waitLong', { days: LONG })}
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ subject, complaints, waitLong }) => (
              <tr key={subject ?? ''}>
                <th scope="row">{subject ?? say('unspecified')}</th>
                <td className="number">{format.number(complaints)}</td>
                <td>
                  <div className="bar-in-row" style={{ width: `${(100 * complaints) / most}%` }} />
                </td>
                <td className="number">{format.number(waitLong)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Figure>
  );
}
