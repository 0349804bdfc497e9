import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeriodName } from '../../figure/period-name.js';
import { useMoney } from '../../figure/use-money.js';
import { useDuration } from '../../likelihood/duration.js';

/** Subscriptions, complaints, answers to surveys, visits: how each stands. */
export function Standing({ file: { subscriptions, complaints, satisfaction, visits } }: { readonly file: Schemas['CustomerAnswer'] }): ReactNode {
  const say = useTranslations('customer.standing');
  const money = useMoney();
  const nameOf = usePeriodName();
  const duration = useDuration();
  const day = (moment: string | null): string => (moment === null ? '' : nameOf(moment.slice(0, 10)));
  return (
    <section className="card standing">
      <h2 className="answer">{say('title')}</h2>
      <dl>
        <dt>{say('subscriptions')}</dt>
        {subscriptions.length === 0 ? <dd>{say('noSubscriptions')}</dd> : null}
        {subscriptions.map(({ subscriptionId, plan, quantity, price, interval, startedAt, status, cancelledAt, until }) => (
          <dd key={subscriptionId}>
            {say('subscription', {
              plan: plan ?? subscriptionId,
              quantity: quantity ?? 1,
              price: price ? money.exact(price) : '',
              interval: interval === null ? '' : duration(interval),
              day: day(startedAt),
            })}{' '}
            <span className="note">
              {status === 'active' ? say('active') : say('cancelled', { day: day(cancelledAt) })} {until === null ? null : `→ ${day(until)}`}
            </span>
          </dd>
        ))}
        <dt>{say('complaints')}</dt>
        <dd>{say('complaintsAre', complaints)}</dd>
        <dt>{say('satisfaction')}</dt>
        {satisfaction.length === 0 ? <dd>{say('noSatisfaction')}</dd> : null}
        {satisfaction.map(({ metric, score, max, about, at }) => (
          <dd key={`${metric} ${about} ${at}`}>
            {say('score', { score, max, metric, day: day(at) })} <span className="note">{about}</span>
          </dd>
        ))}
        <dt>{say('visits')}</dt>
        <dd>{visits.last === null ? say('noVisits') : say('visitsAre', { count: visits.count, day: day(visits.last) })}</dd>
      </dl>
    </section>
  );
}
