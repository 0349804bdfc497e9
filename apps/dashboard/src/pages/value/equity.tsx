import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { decimalOf } from '../../figure/money.js';
import { NotGiven } from '../../figure/not-given.js';
import { Trouble } from '../../figure/trouble.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';
import { Waiting } from '../../figure/waiting.js';
import { EquityChart } from './equity-chart.js';
import { EquityTable } from './equity-table.js';
import { termsQuery, type ValueState } from './state.js';

/** What all customers together were expected to bring, month by month; asked for by a button, as the engine values everybody at each end of a month. */
export function Equity({ state, onShow }: { readonly state: ValueState; readonly onShow: () => void }): ReactNode {
  const say = useTranslations('value');
  if (state.history) return <Months state={state} />;
  return (
    <section className="card figure">
      <h2 className="answer">{say('equity')}</h2>
      <p className="note">{say('equityAsk')}</p>
      <p>
        <button type="button" onClick={onShow}>
          {say('equityShow')}
        </button>
      </p>
    </section>
  );
}

function Months({ state }: { readonly state: ValueState }): ReactNode {
  const request = { query: termsQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifetime-value/equity', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  return (
    <Figure
      answer={<Answer points={data.points} />}
      axis={<span lang="en">{data.valuedWith}</span>}
      definition="lifetime-value"
      name="equity"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      table={<EquityTable points={data.points} />}
      links={<CsvLink path="/v1/lifetime-value/equity" request={request} name="equity" />}
    >
      <NotGiven why={data.notEnoughData} />
      {data.points.length > 0 ? <EquityChart points={data.points} /> : null}
    </Figure>
  );
}

/** What it is now, against the first of the months. */
function Answer({ points }: { readonly points: Schemas['LifetimeValueEquityAnswer']['points'] }): ReactNode {
  const say = useTranslations('value');
  const dayOf = useDayName('UTC');
  const { short } = useMoney();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return say('equity');
  const now = { b: (text: ReactNode) => <b>{text}</b>, total: short(last.totalValue), about: dayOf(last.about) };
  if (first === last) return say.rich('equityOne', now);
  const more = BigInt(last.totalValue.minor) - BigInt(first.totalValue.minor);
  const by = { minor: String(more < 0n ? -more : more), currency: last.totalValue.currency };
  return say.rich('equityAnswer', {
    ...now,
    direction: more > 0n ? 'more' : more < 0n ? 'fewer' : 'same',
    by: Number(decimalOf(by)) === 0 ? '' : short(by),
    before: dayOf(first.about),
    earlier: short(first.totalValue),
  });
}
