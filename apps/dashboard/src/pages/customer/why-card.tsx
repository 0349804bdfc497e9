import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Figure } from '../../figure/figure.js';
import { usePeriodName } from '../../figure/period-name.js';
import { usePercent } from '../../likelihood/chance.js';
import { type CustomerScore, scoredOf } from '../../likelihood/scored.js';
import { Trust } from '../../likelihood/trust.js';
import { Explanation } from './explanation.js';
import { ReasonBars } from './reason-chart.js';

export interface WhyCardProps {
  readonly churn: Schemas['CustomerChurnLikelihoodAnswer'];
  readonly updating: boolean;
}

/** Why the likelihood is what it is, or why there is none. */
export function WhyCard({ churn, updating }: WhyCardProps): ReactNode {
  const say = useTranslations('customer.why');
  const percent = usePercent();
  const score = scoredOf(churn);
  if (churn.code === 'scoring-objected') return <section className="card">{say('objected')}</section>;
  if (score === null) {
    return (
      <section className="card" lang="en">
        {churn.notEnoughData}
      </section>
    );
  }
  return (
    <Figure
      answer={say.rich('answer', { b: (text) => <b>{text}</b>, probability: percent(score.probability) })}
      axis={score.base ? say('axis', { customers: score.base.customers }) : null}
      definition="churn-likelihood"
      name={`reasons-${score.customerId}`}
      asOf={churn.asOf}
      timezone={null}
      updating={updating}
      links={<Explanation customerId={score.customerId} horizon={score.horizon} />}
    >
      <Course score={score} />
      {score.base ? <ReasonBars score={score} base={score.base} /> : <p lang="en">{score.noReasons}</p>}
      <div className="trust note">
        <Trust of={score} />
      </div>
    </Figure>
  );
}

/** Where the likelihood comes from, how sure it is, and what a person says instead. */
function Course({ score: { trend, low, high, intervalOf, modelLow, modelHigh, override } }: { readonly score: CustomerScore }): ReactNode {
  const say = useTranslations('customer.why');
  const percent = usePercent();
  const nameOf = usePeriodName();
  const points = trend ? Math.round(100 * trend.change) : 0;
  return (
    <p>
      {trend
        ? say('trend', {
            day: nameOf(trend.about),
            probability: percent(trend.probability),
            direction: points > 0 ? 'up' : points < 0 ? 'down' : 'none',
            points: Math.abs(points),
          })
        : say('noTrend')}{' '}
      {intervalOf === 'outcome' && low !== null && high !== null ? say('interval', { low: percent(low), high: percent(high) }) : null}{' '}
      {modelLow === null || modelHigh === null ? null : say('modelInterval', { low: percent(modelLow), high: percent(modelHigh) })}{' '}
      {override ? <b>{say('stated', { by: override.by, probability: percent(override.probability), until: nameOf(override.expiresOn) })}</b> : null}
    </p>
  );
}
