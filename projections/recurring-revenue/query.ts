import { BadQuery, type Query, type QueryContext } from '@tenure/querying';
import { coveredSpan, showSpan } from '../shared/calendar/day-span.js';
import { readDaySpan } from '../shared/query-parameters/day-span.js';
import { periodOf, type RevenueAnswer } from './answer.js';
import { revenueSchema } from './answer-schemas.js';
import type { RecurringRevenueDocument } from './document.js';
import { RevenueParameters } from './parameters.js';
import { type PeriodCells, PeriodSums } from './period-sums.js';
import { readRevenueQuestion, termsOf } from './question.js';
import { revenueColumns, revenueRows } from './rows.js';
import { Standings } from './standing.js';

export const revenueQuery: Query<RevenueParameters> = {
  name: 'recurring-revenue',
  path: 'recurring-revenue',
  summary: 'Of the recurring revenue at the opening of each period, how much was retained (GRR, NRR), with what was lost, gained and won back',
  params: RevenueParameters,
  answer: revenueSchema,
  access: 'figures',
  cost: 'scan',
  run: answerRevenue,
  rows: (answer: RevenueAnswer) => revenueRows(answer),
  columns: () => revenueColumns,
};

/** A hundred years of months. */
const mostPeriods = 1_200;

export async function answerRevenue(context: QueryContext, parameters: RevenueParameters): Promise<RevenueAnswer> {
  const question = await readRevenueQuestion(context, parameters);
  const span = readDaySpan(parameters);
  const { calendar, present, view } = question;
  const definition = { name: 'recurring-revenue' as const, ...termsOf(question), confidence: 0.95 as const };
  const wanted = (day: number | null, otherwise: number): number => (day === null ? otherwise : calendar.periodOfDay(day));
  const last = Math.min(calendar.periodOfDay(present.day), wanted(span.to, Infinity));
  const earliest = wanted(span.from, -Infinity);
  const sums = new PeriodSums(question, earliest, last);
  let begun = Infinity;
  for await (const chunk of context.snapshot.scan(view)) {
    for (const [, document] of chunk as Array<[string, RecurringRevenueDocument]>) {
      const standings = new Standings(document, calendar);
      if (standings.firstDay > present.day) continue;
      begun = Math.min(begun, calendar.periodOfDay(standings.firstDay));
      requireFewPeriods(last - Math.max(begun, earliest) + 1);
      sums.add(standings);
    }
  }
  const first = Math.max(begun, earliest);
  if (first > last) return { definition: { ...definition, ...showSpan(span) }, periods: [], notEnoughData: nobody };
  const none: PeriodCells = new Map();
  return {
    definition: { ...definition, ...coveredSpan(calendar, first, last, span) },
    periods: Array.from({ length: last - first + 1 }, (_, i) => periodOf(question, first + i, sums.cells.get(first + i) ?? none)),
  };
}

const nobody = 'Nobody has had a subscription in this range: record or import StartSubscription, or widen from and to.';

function requireFewPeriods(periods: number): void {
  if (periods <= mostPeriods) return;
  throw new BadQuery('from', 'too-many-periods', `That would be ${periods} periods, more than ${mostPeriods}: narrow from and to, or ask by month.`);
}
