import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { heatOf } from '../../figure/heat.js';
import { usePeriodName } from '../../figure/period-name.js';
import { useWalk } from '../../figure/use-walk.js';

type Retention = Schemas['RetentionAnswer'];
type Cell = Retention['cohorts'][number]['cells'][number];

/** Cohorts by row, periods by column. Arrows walk the cells; one cell is a stop of the Tab key. */
export function CohortTable({ retention: { cohorts, weightedAverage, definition } }: { readonly retention: Retention }): ReactNode {
  const say = useTranslations('retention');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const { within, walk, cell: walked } = useWalk<HTMLTableElement>();
  const period = say(`period.${definition.granularity}`);
  const columns = Math.max(0, ...cohorts.map(({ cells }) => cells.length));
  const percent = (rate: number, digits = 0): string => format.number(rate, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });

  const told = (cohort: Retention['cohorts'][number], cell: Cell, at: number): string => {
    const title = say('cell', { cohort: nameOf(cohort.cohort), period, at: String(at) });
    if (cell === null) return `${title}: ${say('notOver')}`;
    const counted = say('ofCustomers', { count: cell.count, size: cohort.size, rate: percent(cell.rate, 1) });
    return `${title}: ${counted}, ${say('interval', { low: percent(cell.low, 1), high: percent(cell.high, 1) })}`;
  };

  return (
    <div className="scroll">
      <table className="cohorts" ref={within} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{say('firstBought')}</th>
            <th scope="col">{say('customers')}</th>
            {Array.from({ length: columns }, (_, at) => (
              <th scope="col" key={at}>
                {at}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map((cohort, row) => (
            <tr key={`${cohort.cohort} ${cohort.group ?? ''}`}>
              <th scope="row">{nameOf(cohort.cohort)}</th>
              <td className="number">{format.number(cohort.size)}</td>
              {cohort.cells.map((cell, column) => (
                <td
                  key={column}
                  {...walked(row, column)}
                  className={cell === null ? 'not-over' : heatOf(cell.rate)}
                  title={told(cohort, cell, column)}
                  aria-label={told(cohort, cell, column)}
                >
                  {cell === null ? '' : Math.round(cell.rate * 100)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('all')}
            </th>
            {weightedAverage.map((cell, at) => (
              <td key={at}>{cell === null ? '' : (cell.rate * 100).toFixed(1)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
