import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';
import { useMoney } from '../../figure/use-money.js';
import { usePercent } from '../../likelihood/chance.js';
import { useDuration } from '../../likelihood/duration.js';
import type { CustomerScore } from '../../likelihood/scored.js';
import { usualGap } from '../../likelihood/usual-gap.js';

export interface KeyFiguresProps {
  readonly file: Schemas['CustomerAnswer'];
  readonly score: CustomerScore | null;
  readonly value: Schemas['CustomerLifetimeValueAnswer'] | null;
}

/** The five figures that a conversation with the customer begins with. */
export function KeyFigures({ file, score, value }: KeyFiguresProps): ReactNode {
  const say = useTranslations('customer.figures');
  const money = useMoney();
  const percent = usePercent();
  const duration = useDuration();
  const nameOf = usePeriodName();
  const { totals, lastPurchase, complaints } = file;
  const sum = (name: 'purchases' | 'returns'): number => totals.reduce((all, each) => all + each[name], 0);
  return (
    <dl className="card figures">
      {score ? (
        <div>
          <dt>{say('likelihood', { horizon: duration(score.horizon) })}</dt>
          <dd className={score.probability >= 0.5 ? 'refused' : undefined}>{percent(score.probability)}</dd>
          {score.low === null || score.high === null ? null : (
            <dd className="note">{say('interval', { low: percent(score.low), high: percent(score.high) })}</dd>
          )}
        </div>
      ) : null}
      {value?.value ? (
        <div>
          <dt>{say('value', { horizon: duration(value.horizon) })}</dt>
          <dd>{money.short(value.value)}</dd>
          {value.parts ? <dd className="note">{say('ifActive', { value: money.short(value.parts.futureIfActive) })}</dd> : null}
        </div>
      ) : null}
      <div>
        <dt>{say('bought')}</dt>
        {totals.length === 0 ? <dd>{say('never')}</dd> : null}
        {totals.map(({ currency, net }) => (
          <dd key={currency}>{money.exact(net)}</dd>
        ))}
        <dd className="note">{say('purchases', { purchases: sum('purchases'), returns: sum('returns') })}</dd>
      </div>
      <div>
        <dt>{say('lastBought')}</dt>
        <dd>{lastPurchase === null ? say('never') : nameOf(lastPurchase.slice(0, 10))}</dd>
        {score ? (
          <dd className="note">
            {say('ago', { silence: score.facts.daysSinceLastPurchase, about: nameOf(score.about) })}
            {usualGap(score.facts) === null ? null : say('usual', { gap: usualGap(score.facts)! })}
          </dd>
        ) : null}
      </div>
      <div>
        <dt>{say('complaints')}</dt>
        <dd>{say('open', { open: complaints.open })}</dd>
        <dd className="note">{say('resolved', { resolved: complaints.resolved })}</dd>
      </div>
    </dl>
  );
}
