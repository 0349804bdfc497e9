import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ProblemError, type Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { Trouble } from '../../figure/trouble.js';
import { useDuration } from '../../likelihood/duration.js';
import { type Horizon, horizons } from '../../likelihood/horizons.js';
import { scoredOf } from '../../likelihood/scored.js';
import { Header } from './header.js';
import { KeyFigures } from './key-figures.js';
import { LifeCard } from './life-card.js';
import { Standing } from './standing.js';
import { Timeline } from './timeline.js';
import { ValueCard } from './value-card.js';
import { WhyCard } from './why-card.js';
import './customer.css';

export function CustomerPage(): ReactNode {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  // Of another customer nothing stays on the page while the answers are awaited.
  return <CustomerOf key={customerId} customerId={customerId} />;
}

function CustomerOf({ customerId }: { readonly customerId: string }): ReactNode {
  const { data, error, refetch } = useAnswer('/v1/customers/{customerId}', { path: { customerId } });
  if (error instanceof ProblemError && error.status === 404) return <Unknown customerId={customerId} />;
  return (
    <>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data ? <Known file={data} /> : null}
    </>
  );
}

/** The way out for an id that is none. */
function Unknown({ customerId }: { readonly customerId: string }): ReactNode {
  const say = useTranslations('customer');
  return (
    <section className="card">
      <h1 className="answer">{say('unknown', { customerId })}</h1>
      <Link to="/customers">{say('toList')}</Link>
    </section>
  );
}

function Known({ file }: { readonly file: Schemas['CustomerAnswer'] }): ReactNode {
  const say = useTranslations('customer');
  const duration = useDuration();
  const navigate = useNavigate();
  const { horizon } = useSearch({ strict: false }) as { horizon: Horizon };
  const path = { customerId: file.customerId };
  const churn = useAnswer('/v1/churn-likelihood/{customerId}', { path, query: { horizon } });
  const value = useAnswer('/v1/lifetime-value/{customerId}', { path });
  const score = churn.data ? scoredOf(churn.data) : null;
  return (
    <>
      <Header file={file} />
      <div className="choices">
        <Choice
          label={say('horizon')}
          value={horizon}
          options={horizons.map((each) => ({ value: each, text: duration(each) }))}
          onChange={(next) => void navigate({ to: '.', search: { horizon: next } })}
        />
      </div>
      <KeyFigures file={file} score={score} value={value.data ?? null} />
      <LifeCard file={file} score={score} />
      {churn.error ? <Trouble error={churn.error} again={churn.refetch} /> : null}
      {value.error ? <Trouble error={value.error} again={value.refetch} /> : null}
      <div className="halves">
        <div>
          {churn.data ? <WhyCard churn={churn.data} updating={churn.isPlaceholderData} /> : null}
          {value.data && value.data.code !== 'scoring-objected' ? <ValueCard value={value.data} updating={value.isPlaceholderData} /> : null}
        </div>
        <div>
          <Standing file={file} />
          <Timeline file={file} />
        </div>
      </div>
    </>
  );
}
