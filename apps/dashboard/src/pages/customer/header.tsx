import { Link } from '@tanstack/react-router';
import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';
import { en } from './texts.js';

type Personal = keyof typeof en.personal;

/** Who it is: the name before the id, and what else the reader may see of the person. */
export function Header({ file }: { readonly file: Schemas['CustomerAnswer'] }): ReactNode {
  const say = useTranslations('customer');
  const nameOf = usePeriodName();
  const { customerId, personal, party, since, closed, attributes, sealed } = file;
  const name = (personal as Record<string, string | null | undefined>)['name'];
  const contact = Object.entries(personal).filter(([field, value]) => field !== 'name' && value);
  return (
    <header className="who">
      <nav className="note">
        <Link to="/customers">{say('all')}</Link> ›
      </nav>
      <h1>
        {name ?? customerId} {name ? <span className="id">{customerId}</span> : null}
      </h1>
      <p className="note">
        {[
          party === null ? null : say(`parties.${party}`),
          since === null ? null : say('since', { day: nameOf(since.slice(0, 10)) }),
          closed === null ? null : say('closedOn', { day: nameOf(closed.at.slice(0, 10)) }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        {closed?.reason ? ` · ${closed.reason}` : null}
      </p>
      <dl className="details">
        {contact.map(([field, value]) => (
          <div key={field}>
            <dt>{field in en.personal ? say(`personal.${field as Personal}`) : field}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
        {Object.entries(attributes).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
      {sealed ? <p className="note">{say('sealed', { fields: sealed.fields.join(', ') })}</p> : null}
    </header>
  );
}
