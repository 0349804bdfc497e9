import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';
import { Keys } from './keys.js';
import './operations.css';
import { Parked } from './parked.js';
import { isWell, standingOf } from './standing.js';

/** Whether the engine is well: what is behind, what is set aside, and who has a key. */
export function OperationsPage(): ReactNode {
  const say = useTranslations('operations');
  const me = useAnswer('/v1/me');
  const { data, error, refetch, dataUpdatedAt } = useAnswer('/v1/status');
  const holds = (...roles: readonly string[]): boolean => me.data?.roles.some((role) => roles.includes(role)) ?? false;
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="note">
        {say('what')}{' '}
        <button type="button" className="link" onClick={() => void refetch()}>
          {say('again')}
        </button>
      </p>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? <ReadModels status={data} lookedAt={dataUpdatedAt} /> : null}
      {holds('operator', 'auditor') ? <Parked /> : null}
      {holds('operator', 'auditor') ? <Keys /> : me.data ? <p className="note">{say('noKeys')}</p> : null}
    </>
  );
}

function ReadModels({ status, lookedAt }: { readonly status: Schemas['Status']; readonly lookedAt: number }): ReactNode {
  const say = useTranslations('operations');
  const format = useFormatter();
  const standing = standingOf(status);
  const moment = (at: Date): string => `${format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`;
  return (
    <section className="card">
      <h2 className="answer">
        {isWell(standing)
          ? say.rich('well', { events: status.log.events === null ? 'unknown' : format.number(status.log.events), b: (text) => <b>{text}</b> })
          : say('needs', { ...standing })}
      </h2>
      {standing.said.map((text) => (
        <p key={text} className="refused" lang="en">
          {text}
        </p>
      ))}
      <div className="scroll">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('readModel')}</th>
              <th scope="col" className="number">
                {say('behind')}
              </th>
              <th scope="col" className="number">
                {say('since')}
              </th>
              <th scope="col" className="number">
                {say('parked')}
              </th>
              <th scope="col">{say('state')}</th>
            </tr>
          </thead>
          <tbody>
            {status.projections.map(({ projection, lagEvents, lagMs, parked, building, version }) => (
              <tr key={projection}>
                <th scope="row">{projection}</th>
                <td className="number">{lagEvents === null ? say('uncounted') : format.number(lagEvents)}</td>
                <td className="number">{say('seconds', { seconds: format.number(lagMs / 1000, { maximumFractionDigits: 1 }) })}</td>
                <td className="number">{format.number(parked)}</td>
                <td>{building === null ? say('current', { version: String(version) }) : say('building', { events: building.events ?? 0 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">
        {say('lookedAt', { moment: moment(new Date(lookedAt)), version: status.version })}{' '}
        {status.scrub?.lastCompletedAt
          ? say('verified', {
              day: format.dateTime(new Date(status.scrub.lastCompletedAt), { dateStyle: 'medium', timeZone: 'UTC' }),
              damaged: status.scrub.damaged.length,
            })
          : null}
      </p>
    </section>
  );
}
