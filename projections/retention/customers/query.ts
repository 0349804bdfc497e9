import type { Query, QueryContext } from '@tenure/querying';
import { dayName } from '@tenure/time';
import { type ShownSpan, showSpan } from '../../shared/calendar/day-span.js';
import { showPresent } from '../../shared/calendar/present.js';
import type { Scalar } from '../../shared/last-write/register-list.js';
import { countIn, firstDayIn, lastDayIn, type Occurrences } from '../../shared/occurrences/occurrences.js';
import type { Ranked } from '../../shared/paging/best-first.js';
import { RankedList } from '../../shared/paging/ranked-list.js';
import { readDay } from '../../shared/query-parameters/day.js';
import { readNumberOrNull } from '../../shared/query-parameters/number.js';
import { answerFrom, type RetentionAnswer } from '../answer.js';
import { readQuestion } from '../question.js';
import { triangleOf } from '../triangle.js';
import { wantedGroup } from '../wanted-group.js';
import { cellCustomersSchema } from './answer-schema.js';
import { buyers } from './in-cell.js';
import { cellCustomersPath, cellLinks, printBrackets } from './link.js';
import { CellCustomersParameters } from './parameters.js';
import { requireNumbers, shownCells, slotOf } from './shown-cells.js';

interface CellLine {
  readonly customerId: string;
  readonly group?: Scalar;
  readonly firstPurchase: string;
  readonly lastPurchase: string;
  /** Those that count at the present. */
  readonly purchases: number;
}

export interface CellCustomers {
  readonly definition: Omit<RetentionAnswer['definition'], 'name' | 'confidence'> &
    ShownSpan & {
      readonly name: 'retention-customers';
      readonly cohort: string | null;
      readonly period: number | null;
      readonly group?: Scalar;
    };
  /** On all pages. */
  readonly count: number;
  readonly items: readonly CellLine[];
  readonly next: string | null;
}

interface RankedBuyer extends Ranked {
  readonly purchases: Occurrences;
  readonly group: Scalar;
}

export const cellCustomersQuery: Query<CellCustomersParameters> = {
  name: 'retention-customers',
  path: cellCustomersPath,
  summary: 'The customers of a cohort or of all, or of one period of it, the earliest first purchase first',
  params: CellCustomersParameters,
  answer: cellCustomersSchema,
  access: 'figures',
  cost: 'scan',
  run: answerCellCustomers,
  rows: ({ items }: CellCustomers) => items.map(({ group = null, ...line }) => ({ ...line, group })),
  columns: () => ['customerId', 'firstPurchase', 'lastPurchase', 'purchases', 'group'],
};

export async function answerCellCustomers(context: QueryContext, parameters: CellCustomersParameters): Promise<CellCustomers> {
  const question = readQuestion(parameters, context.timezone);
  const group = wantedGroup(question.by, parameters.group);
  const period = readNumberOrNull(parameters.period);
  const slot = period === null ? null : slotOf(question.brackets, period);
  const triangle = await triangleOf(context, question);
  const { calendar, present } = triangle;
  const day = readDay(parameters.cohort);
  const cohort = day === null ? null : calendar.nameOf(calendar.periodOfDay(day));
  const { cohorts } = answerFrom(question, triangle, cellLinks(context, question));
  const rows = cohorts.filter((row) => (cohort === null || row.cohort === cohort) && (group === undefined || (row.group ?? null) === group));
  if (cohort !== null) requireNumbers(rows, slot);
  const shown = shownCells(rows, slot, calendar);

  const { from, to, present: _, ...rules } = question;
  const about = { ...rules, ...showSpan({ from, to }), cohort, period };
  const pins = { ...about, brackets: printBrackets(rules.brackets), group: group === undefined ? undefined : JSON.stringify(group), day: present.day };
  const list = new RankedList<RankedBuyer>(parameters, pins);
  let count = 0;
  for await (const { customerId, purchases, group: own } of buyers(context.snapshot, question, triangle, { slot, shown })) {
    count += 1;
    const rank = -firstDayIn(purchases, calendar.dayOf);
    if (list.accepts(rank, customerId)) list.add({ value: rank, key: customerId, purchases, group: own });
  }
  const { page, next } = list.page();
  return {
    definition: { name: 'retention-customers', ...about, ...(group !== undefined && { group }), present: showPresent(present) },
    count,
    items: page.map(({ key, purchases, group: own }) => ({
      customerId: key,
      ...(rules.by !== null && { group: own }),
      firstPurchase: dayName(firstDayIn(purchases, calendar.dayOf)),
      lastPurchase: dayName(lastDayIn(purchases, calendar.dayOf)),
      purchases: countIn(purchases),
    })),
    next,
  };
}
