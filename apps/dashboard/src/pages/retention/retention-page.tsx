import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { Trouble } from '../../figure/trouble.js';
import { CohortCurves } from './cohort-curves.js';
import { CohortTable } from './cohort-table.js';
import { RetentionSentence } from './retention-sentence.js';
import { granularities, kinds, modes, type RetentionState, retentionQuery } from './state.js';

export function RetentionPage(): ReactNode {
  const say = useTranslations('retention');
  const state = useSearch({ strict: false }) as RetentionState;
  const navigate = useNavigate();
  const request = { query: retentionQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/retention', request);
  const period = say(`period.${state.granularity}`);
  const change = (changed: Partial<RetentionState>): void => void navigate({ to: '.', search: { ...state, ...changed } });
  const figure = ({ asOf, definition }: Schemas['RetentionAnswer']) => ({
    name: 'retention',
    definition: 'retention',
    asOf,
    timezone: definition.timezone,
    updating: isPlaceholderData,
  });
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
        <Choice
          label={say('kind')}
          value={state.kind}
          options={kinds.map((value) => ({ value, text: say(`kinds.${value}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          label={say('mode')}
          value={state.mode}
          options={modes.map((value) => ({ value, text: say(`modes.${value}`, { period }) }))}
          onChange={(mode) => change({ mode })}
        />
      </div>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? (
        <div className="beside">
          <Figure {...figure(data)} answer={<RetentionSentence retention={data} />} links={<CsvLink path="/v1/retention" request={request} name="retention" />}>
            <CohortTable retention={data} />
          </Figure>
          <Figure {...figure(data)} answer={say('curves')} table={<CohortTable retention={data} />}>
            <CohortCurves retention={data} />
          </Figure>
        </div>
      ) : null}
    </>
  );
}
