import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Figure } from '../../figure/figure.js';
import { Trouble } from '../../figure/trouble.js';
import type { CustomerScore } from '../../likelihood/scored.js';
import { lifeOf } from './life.js';
import { LifeStrip } from './life-strip.js';
import { LifeTable } from './life-table.js';

const mostEvents = 1000;

export interface LifeCardProps {
  readonly file: Schemas['CustomerAnswer'];
  readonly score: CustomerScore | null;
}

/** The life of the customer as one strip, from the events themselves: the latest of them, where there are very many. */
export function LifeCard({ file, score }: LifeCardProps): ReactNode {
  const say = useTranslations('customer.life');
  const request = { path: { customerId: file.customerId }, query: { from: Math.max(0, file.revision + 1 - mostEvents), limit: mostEvents } };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/customers/{customerId}/events', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return null;
  const life = lifeOf(data.items);
  const { purchases, returns, complaints, visits } = life;
  return (
    <Figure
      answer={say.rich('answer', {
        b: (text) => <b>{text}</b>,
        purchases: purchases.length,
        returns: returns.length,
        complaints: complaints.length,
        visits: visits.length,
        silence: score?.facts.daysSinceLastPurchase ?? 0,
      })}
      axis={
        <>
          {say('axis')} {file.revision + 1 > mostEvents ? say('shown', { all: file.revision + 1, shown: mostEvents }) : null}
        </>
      }
      definition="customer-file"
      name={`life-${file.customerId}`}
      asOf={data.asOf}
      timezone="UTC"
      updating={isPlaceholderData}
      table={<LifeTable life={life} />}
    >
      <LifeStrip life={life} score={score} />
    </Figure>
  );
}
