import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Trouble } from '../../figure/trouble.js';
import { Cells } from './cells.js';
import { Equity } from './equity.js';
import { Expected } from './expected.js';
import { everybodyQuery, type ValueState } from './state.js';
import { Terms } from './terms.js';
import { TopCustomers } from './top-customers.js';
import './value.css';
import { ValueList } from './value-list.js';

export function ValuePage(): ReactNode {
  const say = useTranslations('value');
  const state = useSearch({ strict: false }) as ValueState;
  const navigate = useNavigate();
  const change = (changed: Partial<ValueState>): void => void navigate({ to: '.', search: (current: object) => ({ ...current, ...changed }) });
  // On other terms a list has other customers: it begins again.
  const changeTerms = (changed: Partial<ValueState>): void => change({ cursor: undefined, downTo: undefined, ...changed });
  // Terms that are refused are refused to every figure: it is said once.
  const { error, refetch } = useAnswer('/v1/lifetime-value', { query: everybodyQuery(state) });
  const above = (
    <>
      <h1>{say('title')}</h1>
      <Terms state={state} onChange={changeTerms} />
    </>
  );
  if (error) {
    return (
      <>
        {above}
        <Trouble error={error} again={refetch} />
      </>
    );
  }
  return (
    <>
      {above}
      <div className="beside">
        <Expected state={state} />
        <TopCustomers state={state} />
      </div>
      <Cells state={state} />
      <ValueList state={state} onChange={change} />
      <Equity state={state} onShow={() => change({ history: true })} />
    </>
  );
}
