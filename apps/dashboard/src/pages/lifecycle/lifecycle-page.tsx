import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { CsvLink } from '../../figure/csv-link.js';
import { DayField } from '../../figure/day-field.js';
import { Figure } from '../../figure/figure.js';
import { Scrolled } from '../../figure/scrolled.js';
import { Trouble } from '../../figure/trouble.js';
import { LifecycleAnswer } from './lifecycle-answer.js';
import { LifecycleBars } from './lifecycle-bars.js';
import { LifecycleTable } from './lifecycle-table.js';
import { granularities, type LifecycleState, lifecycleQuery } from './state.js';
import './lifecycle.css';

export function LifecyclePage(): ReactNode {
  const say = useTranslations('lifecycle');
  const state = useSearch({ strict: false }) as LifecycleState;
  const navigate = useNavigate();
  const request = { query: lifecycleQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifecycle', request);
  const period = say(`period.${state.granularity}`);
  const change = (changed: Partial<LifecycleState>): void => void navigate({ to: '.', search: (current: object) => ({ ...current, ...changed }) });
  const figure = data && {
    definition: 'lifecycle',
    name: 'lifecycle',
    asOf: data.asOf,
    timezone: data.definition.timezone,
    updating: isPlaceholderData,
    links: <CsvLink path="/v1/lifecycle" request={request} name="lifecycle" />,
  };
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="note">{say('what', { period })}</p>
      <div className="choices">
        <Choice
          label={say('granularity')}
          value={state.granularity}
          options={granularities.map((value) => ({ value, text: say(`period.${value}`) }))}
          onChange={(granularity) => change({ granularity })}
        />
        <DayField label={say('from')} value={state.from} onChange={(from) => change({ from })} />
        <DayField label={say('to')} value={state.to} onChange={(to) => change({ to })} />
      </div>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data && figure ? (
        <div className="beside">
          <Figure {...figure} answer={<LifecycleAnswer lifecycle={data} />} axis={say('axis')} table={<LifecycleTable lifecycle={data} />}>
            <LifecycleBars lifecycle={data} />
          </Figure>
          <Figure {...figure} answer={say('table', { period })}>
            <Scrolled label={say('table', { period })}>
              <LifecycleTable lifecycle={data} />
            </Scrolled>
          </Figure>
        </div>
      ) : null}
    </>
  );
}
