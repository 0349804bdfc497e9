import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** A question, its answer, and where there is more of it. */
export function Question({ asked, answer, to }: { readonly asked: string; readonly answer: ReactNode; readonly to: string }): ReactNode {
  const say = useTranslations('overview');
  return (
    <>
      <span className="note">
        {asked} <Link to={to}>{say('seeAll')}</Link>
      </span>
      <br />
      {answer}
    </>
  );
}
