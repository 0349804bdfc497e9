import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { Money } from '../../figure/money.js';
import { useMoney } from '../../figure/use-money.js';
import type { Complaint, Life } from './life.js';

interface Row {
  readonly id: string;
  readonly kind: 'purchase' | 'return' | 'complaint' | 'visit';
  readonly at: string;
  readonly amount?: Money;
  readonly complaint?: Complaint;
}

/** The marks of the strip as rows, the newest first. */
export function LifeTable({ life: { purchases, returns, complaints, visits } }: { readonly life: Life }): ReactNode {
  const say = useTranslations('customer.life');
  const format = useFormatter();
  const money = useMoney();
  const rows: readonly Row[] = [
    ...purchases.map((paid) => ({ kind: 'purchase' as const, ...paid })),
    ...returns.map((paid) => ({ kind: 'return' as const, ...paid })),
    ...complaints.map((complaint) => ({ kind: 'complaint' as const, id: complaint.id, at: complaint.from, complaint })),
    ...visits.map((visit) => ({ kind: 'visit' as const, ...visit })),
  ].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say('at')}</th>
          <th scope="col">{say('what')}</th>
          <th scope="col" className="number">
            {say('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kind, at, amount, complaint }) => (
          <tr key={`${kind} ${id}`}>
            <td>{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })}</td>
            <td>
              {say(`kinds.${kind}`)} <span className="note">{id}</span> {complaint ? lasted(complaint) : null}
            </td>
            <td className="number">{amount ? money.exact(amount) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

  function lasted({ from, until }: Complaint): string {
    return until === null ? say('stillOpen') : say('openFor', { days: Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000) });
  }
}
