import type { Schemas } from '@tenure/client/browser';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { CsvLink } from '../../figure/csv-link.js';
import { Figure } from '../../figure/figure.js';
import { HeadRow } from '../../figure/head-row.js';
import { PeriodBars } from '../../figure/period-bars.js';
import { usePeriodName } from '../../figure/period-name.js';
import { barOf, type Month } from './lead-times.js';

type Summary = Schemas['ComplaintsSummaryAnswer'];
const counted = ['opened', 'acknowledged', 'resolved', 'reopened'] as const;

/** Complaints opened and resolved, month by month. */
export function Months({ summary, updating }: { readonly summary: Summary; readonly updating: boolean }): ReactNode {
  const say = useTranslations('complaints');
  const nameOf = usePeriodName();
  const latest = summary.periods.findLast(({ inProgress }) => inProgress !== true);
  const running = summary.periods.find(({ inProgress }) => inProgress);
  const tell = (start: string): string => {
    const { opened, resolved, reopened } = summary.periods.find((month) => month.start === start)!;
    return say('monthTold', { ...opened, month: nameOf(start), opened: opened.total, resolved: resolved.total, reopened: reopened.total });
  };
  const answer = latest
    ? say.rich('monthAnswer', {
        b: (text) => <b>{text}</b>,
        month: nameOf(latest.start),
        opened: latest.opened.total,
        resolved: latest.resolved.total,
        reopened: latest.reopened.total,
      })
    : say('months');
  return (
    <Figure
      answer={answer}
      axis={say('monthsAxis')}
      definition="complaints"
      name="complaints-by-month"
      asOf={summary.asOf}
      timezone={summary.definition.timezone}
      updating={updating}
      table={<MonthsTable months={summary.periods} />}
      links={<CsvLink path="/v1/complaints/summary" request={{}} name="complaints-by-month" />}
    >
      <PeriodBars
        label={say('months')}
        bars={summary.periods.map((month) => ({ start: month.start, inProgress: month.inProgress === true, parts: barOf(month) }))}
        nameOfPart={(part) => say(`parts.${part as ReturnType<typeof barOf>[number]['part']}`)}
        tell={tell}
      />
      {running ? <p className="note">{say('notOver', { month: nameOf(running.start) })}</p> : null}
    </Figure>
  );
}

function MonthsTable({ months }: { readonly months: readonly Month[] }): ReactNode {
  const say = useTranslations('complaints');
  const format = useFormatter();
  const nameOf = usePeriodName();
  return (
    <table className="rows">
      <HeadRow row={say('month')} numbers={counted.map((what) => say(`${what}Count`))} />
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.start} className={month.inProgress ? 'not-over' : undefined}>
            <th scope="row">{nameOf(month.start)}</th>
            {counted.map((what) => (
              <td key={what} className="number">
                {format.number(month[what].total)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
