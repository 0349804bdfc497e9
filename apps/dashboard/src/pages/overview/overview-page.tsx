import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Expected } from '../value/expected.js';
import { valueState } from '../value/state.js';
import { AboutToLeave } from './about-to-leave.js';
import { Attention } from './attention.js';
import './overview.css';
import { Question } from './question.js';
import { Stays } from './stays.js';

export function OverviewPage(): ReactNode {
  const say = useTranslations('overview');
  return (
    <>
      <h1>{say('headline')}</h1>
      <div className="questions">
        <Stays />
        <AboutToLeave />
        <Expected state={valueState({})} question={<Question asked={say('worth')} to="/lifetime-value" />} />
        <Attention />
      </div>
    </>
  );
}
