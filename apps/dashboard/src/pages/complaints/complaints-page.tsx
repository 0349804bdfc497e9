import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';
import './complaints.css';
import { Inbox } from './inbox.js';
import { LeadTimes } from './lead-times-table.js';
import { Months } from './months.js';
import type { ComplaintsState } from './state.js';
import { Unresolved } from './unresolved.js';

export function ComplaintsPage(): ReactNode {
  const say = useTranslations('complaints');
  const state = useSearch({ strict: false }) as ComplaintsState;
  const navigate = useNavigate();
  // The moment that the page was opened at: how long somebody waits does not change while it is read.
  const [now] = useState(Date.now);
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/complaints/summary');
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="note">{say('what')}</p>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? (
        <div className="beside">
          <Unresolved summary={data} now={now} />
          <Months summary={data} updating={isPlaceholderData} />
        </div>
      ) : null}
      <Inbox
        state={state}
        now={now}
        onChange={(changed) => void navigate({ to: '.', search: (current: object) => ({ ...current, cursor: undefined, ...changed }) })}
      />
      {data ? <LeadTimes summary={data} updating={isPlaceholderData} /> : null}
    </>
  );
}
