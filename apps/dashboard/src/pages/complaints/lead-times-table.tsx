import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { heatOf } from '../../figure/heat.js';
import { usePeriodName } from '../../figure/period-name.js';
import { useWalk } from '../../figure/use-walk.js';
import { latestResolved, type Month, resolvedOf, shareWithin } from './lead-times.js';
import { useDuration } from './use-duration.js';

type Summary = Schemas['ComplaintsSummaryAnswer'];

/** How long it took to resolve complaints, month by month. */
export function LeadTimes({ summary, updating }: { readonly summary: Summary; readonly updating: boolean }): ReactNode {
  const say = useTranslations('complaints');
  return (
    <Figure
      answer={<Answer months={summary.periods} />}
      axis={say('leadAxis')}
      definition="complaints"
      name="times-to-resolve"
      asOf={summary.asOf}
      timezone={summary.definition.timezone}
      updating={updating}
      links={<CsvLink path="/v1/complaints/summary" request={{}} name="times-to-resolve" />}
    >
      <Heat months={summary.periods.toReversed()} />
    </Figure>
  );
}

function Answer({ months }: { readonly months: readonly Month[] }): ReactNode {
  const say = useTranslations('complaints');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const durationOf = useDuration();
  const latest = latestResolved(months);
  const share = latest && shareWithin(latest, 72);
  if (latest?.meanHoursToResolve == null || share == null) return say('leadNone');
  return say.rich('leadAnswer', {
    b: (text) => <b>{text}</b>,
    month: nameOf(latest.start),
    mean: durationOf(latest.meanHoursToResolve),
    share: format.number(share, { style: 'percent' }),
  });
}

/** Months by row, classes of time by column: arrows walk the cells. */
function Heat({ months }: { readonly months: readonly Month[] }): ReactNode {
  const say = useTranslations('complaints');
  const format = useFormatter();
  const nameOf = usePeriodName();
  const durationOf = useDuration();
  const { within, walk, cell } = useWalk<HTMLTableElement>();
  const classOf = (hours: number | null): string =>
    say(`upTo.${(hours === null ? 'longer' : String(hours)) as '1' | '4' | '24' | '72' | '168' | '720' | 'longer'}`);
  return (
    <div className="scroll tall">
      <table className="rows heat" ref={within} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{say('month')}</th>
            <th scope="col" className="number">
              {say('resolvedCount')}
            </th>
            {months[0]?.timeToResolve.map(({ upToHours }) => (
              <th key={upToHours} scope="col" className="number">
                {classOf(upToHours)}
              </th>
            ))}
            <th scope="col" className="number">
              {say('mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month, row) => {
            const all = resolvedOf(month);
            return (
              <tr key={month.start} className={month.inProgress ? 'not-over' : undefined}>
                <th scope="row">{nameOf(month.start)}</th>
                <td className="number">{format.number(all)}</td>
                {month.timeToResolve.map(({ upToHours, count }, column) => {
                  const share = all === 0 ? 0 : count / all;
                  const told = say('leadTold', {
                    month: nameOf(month.start),
                    time: classOf(upToHours),
                    count,
                    all,
                    share: format.number(share, { style: 'percent', maximumFractionDigits: 1 }),
                  });
                  return (
                    <td key={upToHours} {...cell(row, column)} className={`number ${month.inProgress ? '' : heatOf(share)}`} title={told} aria-label={told}>
                      {Math.round(share * 100)}
                    </td>
                  );
                })}
                <td className="number">{month.meanHoursToResolve === null ? '–' : durationOf(month.meanHoursToResolve)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
