import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAnswer } from '../../api/use-answer.js';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { NotGiven } from '../../figure/not-given.js';
import { Trouble } from '../../figure/trouble.js';
import { useMoney } from '../../figure/use-money.js';
import { Waiting } from '../../figure/waiting.js';
import { CellsTable } from './cells-table.js';
import { bestCell } from './rfm-grid.js';
import { termsQuery, type ValueState } from './state.js';

/** What customers are worth by recency, frequency and monetary value (RFM). */
export function Cells({ state }: { readonly state: ValueState }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const { short, exact } = useMoney();
  const request = { query: termsQuery(state) };
  const { data, error, refetch, isPlaceholderData } = useAnswer('/v1/lifetime-value/cells', request);
  if (error) return <Trouble error={error} again={refetch} />;
  if (!data) return <Waiting />;
  const best = bestCell(data);
  const answer = best
    ? say.rich('cells', {
        b: (text) => <b>{text}</b>,
        customers: best.cell.customers,
        share: format.number(best.share, { style: 'percent', maximumFractionDigits: 0 }),
        total: short(best.cell.totalValue),
      })
    : say('cellsNone');
  return (
    <Figure
      answer={answer}
      axis={say('cellsAxis', { of: String(data.groups.recency) })}
      definition="lifetime-value"
      name="value-by-rfm"
      asOf={data.asOf}
      timezone={null}
      updating={isPlaceholderData}
      links={<CsvLink path="/v1/lifetime-value/cells" request={request} name="value-by-rfm" />}
    >
      <NotGiven why={data.notEnoughData} />
      {data.cells.length > 0 ? <CellsTable cells={data} /> : null}
      <p className="note">
        {data.noRepeat?.meanValue
          ? say('once', { customers: data.noRepeat.customers, mean: exact(data.noRepeat.meanValue), total: exact(data.noRepeat.totalValue) })
          : null}{' '}
        {data.leftOut > 0 ? say('leftOut', { count: data.leftOut }) : null}
      </p>
    </Figure>
  );
}
