import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { NotGiven } from '../../figure/not-given.js';
import { Trouble } from '../../figure/trouble.js';
import { Waiting } from '../../figure/waiting.js';
import { ConcentrationChart } from './concentration-chart.js';
import { CurveTable } from './curve-table.js';
import { everybodyQuery, termsQuery, type ValueState } from './state.js';
import { ValueAnswer } from './value-answer.js';

/** What today's customers are expected to bring, and how unevenly. */
export function Expected({ state, question }: { readonly state: ValueState; readonly question?: ReactNode }): ReactNode {
  const say = useTranslations('value');
  const everybody = useAnswer('/v1/lifetime-value', { query: everybodyQuery(state) });
  const request = { query: termsQuery(state) };
  const concentration = useAnswer('/v1/lifetime-value/concentration', request);
  if (everybody.error) return <Trouble error={everybody.error} again={everybody.refetch} />;
  // Where the curve is refused, the card beside it says so.
  if (!everybody.data || concentration.isPending) return <Waiting />;
  const { data } = everybody;
  const curve = concentration.data && concentration.data.lorenz.length > 0 ? concentration.data : null;
  return (
    <Figure
      question={question}
      answer={data.total ? <ValueAnswer values={data} total={data.total} /> : say('title')}
      axis={curve ? say('curve') : undefined}
      definition="lifetime-value"
      name="expected-value"
      asOf={data.asOf}
      timezone={null}
      updating={everybody.isPlaceholderData || concentration.isPlaceholderData}
      table={curve ? <CurveTable concentration={curve} /> : undefined}
      links={<CsvLink path="/v1/lifetime-value/concentration" request={request} name="expected-value" />}
    >
      <NotGiven why={data.notEnoughData} />
      {curve ? <ConcentrationChart concentration={curve} /> : null}
    </Figure>
  );
}
