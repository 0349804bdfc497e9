import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CustomerLink } from '../../figure/customer-link.js';
import { useDayName } from '../../figure/use-day-name.js';
import { useMoney } from '../../figure/use-money.js';
import { type Complaint, daysOpen, waitsLong } from './waiting.js';

export interface ComplaintRowsProps {
  readonly complaints: readonly Complaint[];
  readonly timezone: string;
  readonly now: number;
}

const SECONDS_OF_A_DAY = 86_400;

/** A complaint in a row, which leads to its customer. */
export function ComplaintRows({ complaints, timezone, now }: ComplaintRowsProps): ReactNode {
  const say = useTranslations('complaints');
  const format = useFormatter();
  const dayOf = useDayName(timezone);
  const { exact } = useMoney();
  const looked = { now, timezone };
  const wordsOf = ({ sealed }: Complaint, field: string, words: string | null): ReactNode =>
    words === null && sealed?.fields.includes(field) ? <i>{say('sealed', { reason: say(`reasons.${sealed.reason}`) })}</i> : words;
  return (
    <div className="scroll">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{say('customer')}</th>
            <th scope="col">{say('subject')}</th>
            <th scope="col">{say('severity')}</th>
            <th scope="col">{say('status')}</th>
            <th scope="col">{say('opened')}</th>
            <th scope="col" className="number">
              {say('took')}
            </th>
            <th scope="col" className="number">
              {say('reopened')}
            </th>
            <th scope="col">{say('channel')}</th>
            <th scope="col">{say('resolution')}</th>
            <th scope="col" className="number">
              {say('compensation')}
            </th>
            <th scope="col">{say('complaint')}</th>
          </tr>
        </thead>
        <tbody>
          {complaints.map((complaint) => (
            <tr key={`${complaint.customerId} ${complaint.complaintId}`}>
              <th scope="row">
                <CustomerLink id={complaint.customerId} />
              </th>
              <td>{wordsOf(complaint, 'subject', complaint.subject)}</td>
              <td className={`severity ${complaint.severity}`}>{say(`severities.${complaint.severity}`)}</td>
              <td>{say(`statuses.${complaint.status}`)}</td>
              <td>{dayOf(complaint.openedAt)}</td>
              <td className={complaint.status !== 'resolved' && waitsLong(complaint, looked) ? 'number late' : 'number'}>
                {say('days', {
                  days: complaint.secondsToResolve === null ? daysOpen(complaint, looked) : Math.floor(complaint.secondsToResolve / SECONDS_OF_A_DAY),
                })}
              </td>
              <td className="number">{complaint.reopened === 0 ? '' : format.number(complaint.reopened)}</td>
              <td>{complaint.channel}</td>
              <td>{wordsOf(complaint, 'resolution', complaint.resolution)}</td>
              <td className="number">{complaint.compensation.map(exact).join(' + ')}</td>
              <td className="faint">{complaint.complaintId}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
