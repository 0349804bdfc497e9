import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';

/** Who has a key, what it may do, and until when. */
export function Keys(): ReactNode {
  const say = useTranslations('operations');
  const sayHolder = useTranslations('holder');
  const format = useFormatter();
  const { data, error, refetch, dataUpdatedAt } = useAnswer('/v1/keys');
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  const { items } = data;
  const day = (text: string): string => format.dateTime(new Date(text), { dateStyle: 'medium', timeZone: 'UTC' });
  const hasEnded = ({ expiresAt, revoked }: Schemas['Key']): boolean => revoked !== null || (expiresAt !== null && Date.parse(expiresAt) <= dataUpdatedAt);
  return (
    <section className="card">
      <h2 className="answer">{say('keysAnswer', { good: items.filter((key) => !hasEnded(key)).length, all: items.length })}</h2>
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('key')}</th>
              <th scope="col">{say('roles')}</th>
              <th scope="col">{say('made')}</th>
              <th scope="col">{say('lastUsed')}</th>
              <th scope="col">{say('ends')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((key) => (
              <tr key={key.keyId} className={hasEnded(key) ? 'ended' : undefined}>
                <th scope="row">
                  {key.name} <span className="note">{key.keyId}</span>
                </th>
                <td>{format.list(key.roles.map((role) => sayHolder(`roles.${role}`)))}</td>
                <td>{day(key.createdAt)}</td>
                <td>{key.lastUsedAt === null ? say('never') : day(key.lastUsedAt)}</td>
                <td>{endOf(key)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{say('keysNote')}</p>
    </section>
  );

  function endOf({ revoked, expiresAt }: Schemas['Key']): string {
    if (revoked !== null) return say('revoked', { day: day(revoked.at), reason: revoked.reason });
    return expiresAt === null ? say('never') : day(expiresAt);
  }
}
