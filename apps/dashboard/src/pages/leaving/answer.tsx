import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useMoney } from '../../figure/use-money.js';
import { useDuration } from '../../likelihood/duration.js';
import { atRisk } from './at-risk.js';
import type { LeavingState } from './state.js';

type ChurnList = Schemas['ChurnLikelihoodAnswer'];

/** How many are so likely to stay away, of how many, and what is at risk with them. */
export function Answer({ list, minimum }: { readonly list: ChurnList; readonly minimum: LeavingState['minimum'] }): ReactNode {
  const say = useTranslations('leaving');
  const format = useFormatter();
  const money = useMoney();
  const duration = useDuration();
  const all = atRisk(list);
  if (all === null) return null;
  return say.rich('answer', {
    b: (text) => <b>{text}</b>,
    minimum: minimum === 0 ? 'all' : minimum === 0.5 ? 'even' : 'other',
    least: format.number(minimum, { style: 'percent' }),
    listed: all.listed,
    among: all.among,
    horizon: duration(list.horizon),
    value: all.value === null ? 'none' : money.short(all.value),
    valueHorizon: list.valueTerms ? duration(list.valueTerms.horizon) : '',
  });
}

/** What the order is, on which terms values are, and who is not listed. */
export function Order({ list: { order, valueTerms, noValueAtRisk, leftOut, noContacts } }: { readonly list: ChurnList }): ReactNode {
  const say = useTranslations('leaving');
  const format = useFormatter();
  const duration = useDuration();
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      {order === 'value-at-risk' && valueTerms
        ? say('orderIs.value-at-risk', {
            valueHorizon: duration(valueTerms.horizon),
            rate: percent(valueTerms.discountRate),
            margin: percent(valueTerms.margin),
          })
        : say('orderIs.probability')}{' '}
      {noValueAtRisk ? <span lang="en">{noValueAtRisk.notEnoughData} </span> : null}
      {leftOut ? say('leftOut', { ...leftOut, noPurchase: leftOut.noPurchase + leftOut.noPurchaseInCurrency }) : null} {noContacts ? say('noContacts') : null}
    </>
  );
}
