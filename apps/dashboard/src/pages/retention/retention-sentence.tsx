import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';

/** Of 100 new customers: how many buy a period later, and how many a year later. */
export function RetentionSentence({ retention: { weightedAverage, definition } }: { readonly retention: Schemas['RetentionAnswer'] }): ReactNode {
  const say = useTranslations('retention');
  const format = useFormatter();
  const next = weightedAverage[1];
  if (!next) return say('answerNone', { period: say(`period.${definition.granularity}`) });
  const year = { day: 28, week: 52, month: 12 }[definition.granularity];
  const later = weightedAverage[year];
  const of100 = (rate: number): string => format.number(Math.round(rate * 100));
  return say.rich('answer', {
    b: (text) => <b>{text}</b>,
    period: say(`period.${definition.granularity}`),
    next: of100(next.rate),
    later: later ? of100(later.rate) : 'none',
    at: String(year),
  });
}
