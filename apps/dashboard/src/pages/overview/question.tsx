import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** A question, and where there is more of its answer. */
export function Question({ asked, to }: { readonly asked: string; readonly to: string }): ReactNode {
  const say = useTranslations('overview');
  return (
    <>
      {asked} <Link to={to}>{say('seeAll')}</Link>
    </>
  );
}
