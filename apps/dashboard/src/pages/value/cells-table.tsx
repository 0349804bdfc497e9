import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { heatOf } from '../../figure/heat.js';
import { useMoney } from '../../figure/use-money.js';
import { useWalk } from '../../figure/use-walk.js';
import { type Cell, gridOf, type Rfm } from './rfm-grid.js';

/** Recency by row, frequency and within it monetary value by column. Arrows walk the cells. */
export function CellsTable({ cells: rfm }: { readonly cells: Rfm }): ReactNode {
  const say = useTranslations('value');
  const { exact, short } = useMoney();
  const { within, walk, cell } = useWalk<HTMLTableElement>();
  const { recencies, columns, at, shade } = gridOf(rfm);
  const { recency: ofRecency, frequency: ofFrequency, monetary: ofMonetary } = rfm.groups;
  const group = (number: number, of: number): string => say('group', { at: String(number), of: String(of) });
  const tell = ({ recency, frequency, monetary, customers, meanValue, totalValue }: Cell): string =>
    say('cell', {
      recency: group(recency, ofRecency),
      frequency: group(frequency, ofFrequency),
      monetary: group(monetary, ofMonetary),
      customers,
      mean: meanValue === null ? '' : exact(meanValue),
      total: exact(totalValue),
    });
  return (
    <div className="scroll">
      <table className="rows heat" ref={within} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say('recency')}
            </th>
            {columns
              .filter(({ monetary }) => monetary === ofMonetary)
              .map(({ frequency }) => (
                <th key={frequency} scope="colgroup" colSpan={ofMonetary}>
                  {say('frequency', { at: group(frequency, ofFrequency) })}
                </th>
              ))}
          </tr>
          <tr>
            {columns.map(({ frequency, monetary }) => (
              <th key={`${frequency} ${monetary}`} scope="col">
                {say('monetary', { at: group(monetary, ofMonetary) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recencies.map((recency, row) => (
            <tr key={recency}>
              <th scope="row">{group(recency, ofRecency)}</th>
              {columns.map(({ frequency, monetary }, column) => {
                const there = at(recency, frequency, monetary);
                const told = there ? tell(there) : undefined;
                return (
                  <td
                    key={`${frequency} ${monetary}`}
                    {...cell(row, column)}
                    className={there ? heatOf(shade(there)) : undefined}
                    title={told}
                    aria-label={told}
                  >
                    {there?.meanValue ? short(there.meanValue) : '–'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
