import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';

const parts = ['new', 'returning', 'resurrecting', 'dormant'] as const;

/** A row for each period, the latest first. */
export function LifecycleTable({ lifecycle: { periods, definition } }: { readonly lifecycle: Schemas['LifecycleAnswer'] }): ReactNode {
  const say = useTranslations('lifecycle');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const period = say(`period.${definition.granularity}`);
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{say('start')}</th>
          {parts.map((part) => (
            <th scope="col" key={part} className="number" title={say(`meaning.${part}`, { period })}>
              {say(`parts.${part}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {say('active')}
          </th>
          <th scope="col" className="number">
            {say('purchases')}
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.toReversed().map((each) => (
          <tr key={each.start} className={each.inProgress ? 'not-over' : undefined} title={each.inProgress ? say('notOver') : undefined}>
            <th scope="row">{nameOf(each.start)}</th>
            {parts.map((part) => {
              const count = each[part];
              return (
                <td key={part} className="number" aria-label={count === null ? say('notOver') : undefined}>
                  {count === null ? '–' : format.number(count)}
                </td>
              );
            })}
            <td className="number">{format.number(each.active)}</td>
            <td className="number">{format.number(each.purchases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
