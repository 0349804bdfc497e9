import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { AboutToLeave } from './about-to-leave.js';
import { Attention } from './attention.js';
import './overview.css';
import { Stays } from './stays.js';
import { Worth } from './worth.js';

export function OverviewPage(): ReactNode {
  const say = useTranslations('overview');
  return (
    <>
      <h1>{say('headline')}</h1>
      <div className="questions">
        <Stays />
        <AboutToLeave />
        <Worth />
        <Attention />
      </div>
    </>
  );
}
