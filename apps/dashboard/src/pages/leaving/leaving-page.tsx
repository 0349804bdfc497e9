import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { Choice } from '../../figure/choice.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { PagesOfList } from '../../figure/pages-of-list.js';
import { usePeriodName } from '../../figure/period-name.js';
import { Trouble } from '../../figure/trouble.js';
import { useDuration } from '../../likelihood/duration.js';
import { horizons } from '../../likelihood/horizons.js';
import { Trust } from '../../likelihood/trust.js';
import { Answer, Order } from './answer.js';
import { CallList } from './call-list.js';
import { Channels, ChannelsNote, ChannelTable } from './channels.js';
import { type LeavingState, leavingQuery, minima, orders } from './state.js';

export function LeavingPage(): ReactNode {
  const say = useTranslations('leaving');
  const duration = useDuration();
  const nameOf = usePeriodName();
  const state = useSearch({ strict: false }) as LeavingState;
  const navigate = useNavigate();
  const request = { query: leavingQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/churn-likelihood', request);
  const change = (changed: Partial<LeavingState>): void => void navigate({ to: '.', search: { ...state, cursor: undefined, ...changed } });
  const figure = ({ asOf }: Schemas['ChurnLikelihoodAnswer']) => ({ definition: 'churn-likelihood', asOf, timezone: null, updating: isPlaceholderData });
  return (
    <>
      <h1>{say('title')}</h1>
      {data ? <p className="note">{say('what', { horizon: duration(data.horizon), about: nameOf(data.about) })}</p> : null}
      <div className="choices">
        <Choice
          label={say('horizon')}
          value={state.horizon}
          options={horizons.map((value) => ({ value, text: duration(value) }))}
          onChange={(horizon) => change({ horizon })}
        />
        <Choice
          label={say('minimum')}
          value={String(state.minimum)}
          options={minima.map((least) => ({ value: String(least), text: least === 0 ? say('any') : say('least', { least }) }))}
          onChange={(chosen) => change({ minimum: minima.find((least) => String(least) === chosen)! })}
        />
        <Choice
          label={say('order')}
          value={state.order}
          options={orders.map((value) => ({ value, text: say(`orders.${value}`) }))}
          onChange={(order) => change({ order })}
        />
      </div>
      {error ? <Trouble error={error} again={refetch} /> : null}
      {data?.notEnoughData ? (
        <section className="card" lang="en">
          {data.notEnoughData}
        </section>
      ) : null}
      {data && !data.notEnoughData ? (
        <>
          <div className="beside">
            <Figure
              {...figure(data)}
              name="value-at-risk-by-channel"
              answer={<Answer list={data} minimum={state.minimum} />}
              axis={
                <>
                  {say('channelsAxis')} <ChannelsNote list={data} />
                </>
              }
              table={<ChannelTable list={data} />}
            >
              <Channels list={data} />
            </Figure>
            {data.items[0] ? (
              <section className="card trust">
                <h2 className="answer">{say('trust')}</h2>
                <Trust of={data.items[0]} />
              </section>
            ) : null}
          </div>
          <Figure
            {...figure(data)}
            name="likely-to-leave"
            answer={say('toCall')}
            axis={<Order list={data} />}
            links={<CsvLink path="/v1/churn-likelihood" request={request} name="likely-to-leave" />}
          >
            <CallList list={data} />
            <PagesOfList cursor={state.cursor} next={data.next} onCursor={(cursor) => void navigate({ to: '.', search: { ...state, cursor } })} />
          </Figure>
        </>
      ) : null}
    </>
  );
}
