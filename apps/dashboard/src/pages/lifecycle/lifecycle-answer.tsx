import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';
import { latestOver } from './flows.js';

/** Who bought in the latest period that is over, and whether that is more than in the one before. */
export function LifecycleAnswer({ lifecycle: { periods, definition } }: { readonly lifecycle: Schemas['LifecycleAnswer'] }): ReactNode {
  const say = useTranslations('lifecycle');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const period = say(`period.${definition.granularity}`);
  const over = latestOver(periods);
  if (over === null) return say('answerNone', { period });
  const { latest, before } = over;
  const by = before === null ? 0 : latest.active - before.active;
  return (
    <>
      {say.rich('answer', {
        b: (text) => <b>{text}</b>,
        latest: say(`during.${definition.granularity}`, { start: nameOf(latest.start) }),
        active: latest.active,
        returning: latest.returning,
        resurrecting: latest.resurrecting,
        new: latest.new,
        dormant: before === null || latest.dormant === null ? 'none' : format.number(latest.dormant),
        period,
      })}{' '}
      {before === null
        ? null
        : say('change', {
            direction: by > 0 ? 'more' : by < 0 ? 'fewer' : 'same',
            by: Math.abs(by),
            before: say(`than.${definition.granularity}`, { start: nameOf(before.start) }),
          })}
    </>
  );
}
