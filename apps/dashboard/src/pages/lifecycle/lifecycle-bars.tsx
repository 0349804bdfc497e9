import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PeriodBars } from '../../figure/period-bars.js';
import { usePeriodName } from '../../figure/period-name.js';
import { barOf } from './flows.js';

/** A bar for each period: above zero who bought, below it who did not buy again. */
export function LifecycleBars({ lifecycle: { periods } }: { readonly lifecycle: Schemas['LifecycleAnswer'] }): ReactNode {
  const say = useTranslations('lifecycle');
  const nameOf = usePeriodName();
  const running = periods.find(({ inProgress }) => inProgress);
  const tell = (start: string): string => {
    const period = periods.find((each) => each.start === start)!;
    return say('told', {
      ...period,
      start: nameOf(start),
      dormant: period.dormant === null ? say('toldNotOver') : say('toldDormant', { count: period.dormant }),
    });
  };
  return (
    <>
      <PeriodBars
        label={say('title')}
        bars={periods.map((period) => ({ start: period.start, inProgress: period.inProgress === true, parts: barOf(period) }))}
        nameOfPart={(part) => say(`parts.${part as ReturnType<typeof barOf>[number]['part']}`)}
        tell={tell}
      />
      {running ? <p className="note">{say('inProgress', { start: nameOf(running.start) })}</p> : null}
    </>
  );
}
