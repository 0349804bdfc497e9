import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { NotGiven } from '../../figure/not-given.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';
import { useDuration } from '../../likelihood/duration.js';

type Values = Schemas['LifetimeValueAnswer'];

export interface ValueAnswerProps {
  readonly values: Values;
  readonly total: NonNullable<Values['total']>;
}

/** How much is expected from how many, on which terms, and from whom nothing is. */
export function ValueAnswer({ values, total }: ValueAnswerProps): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const dayOf = useDayName('UTC');
  const { short } = useMoney();
  const duration = useDuration();
  const { horizon, margin, discountRate, objected, otherCurrencies, about, terms } = values;
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      {say.rich('answer', {
        b: (text) => <b>{text}</b>,
        customers: total.customers,
        total: short(total.totalValue),
        horizon: horizon === 'infinite' ? say('withoutEnd') : say('within', { duration: duration(horizon) }),
        interval: total.interval ? say('range', { low: short(total.interval.low), high: short(total.interval.high) }) : 'none',
        margin: terms.margin.given === 'by-default' ? say('atFullMargin') : say('atMargin', { margin: percent(margin) }),
        discount: discountRate === 0 ? say('notDiscounted') : say('discounted', { rate: percent(discountRate) }),
      })}
      <span className="note beneath">
        {say('what', { about: dayOf(about) })} {objected > 0 ? say('objected', { count: objected }) : null}{' '}
        {otherCurrencies.length > 0 ? say('otherCurrencies', { list: format.list(otherCurrencies.map((other) => say('otherCurrency', { ...other }))) }) : null}
      </span>
      <NotGiven why={total.noInterval} />
    </>
  );
}
