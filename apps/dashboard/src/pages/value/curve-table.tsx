import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { HeadRow } from '../../figure/head-row.js';
import { type Concentration, curveOf } from './concentration-curve.js';

/** The points of the curve. */
export function CurveTable({ concentration }: { readonly concentration: Concentration }): ReactNode {
  const say = useTranslations('value');
  const format = useFormatter();
  const percent = (share: number): string => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <table className="rows">
      <HeadRow row={say('first')} numbers={[say('share')]} />
      <tbody>
        {curveOf(concentration).map(({ customers, value }) => (
          <tr key={`${customers} ${value}`}>
            <th scope="row">{say('ofCustomers', { share: percent(customers) })}</th>
            <td className="number">{percent(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
