import { BadQuery, type Query, type QueryContext } from '@tenure/querying';
import type { CalendarRules } from '../../shared/calendar/calendar.js';
import { type ShownSpan, showSpan } from '../../shared/calendar/day-span.js';
import { type ShownPresent, showPresent } from '../../shared/calendar/present.js';
import type { Ranked } from '../../shared/paging/best-first.js';
import { RankedList } from '../../shared/paging/ranked-list.js';
import { readDay } from '../../shared/query-parameters/day.js';
import { readNumber } from '../../shared/query-parameters/number.js';
import { stayingCustomersSchema } from './customers-answer-schema.js';
import { stayingCustomersPath } from './customers-link.js';
import { StayingCustomersParameters } from './customers-parameters.js';
import { readStayQuestion, type StayQuestion } from './question.js';
import { type Staying, stayingOf } from './staying.js';
import { type Stay, wasThere } from './stays.js';

interface StayingLine {
  readonly customerId: string;
  readonly cohort: string;
  /** The last period of the cohort in which the customer was there; null where they are not known to have left. */
  readonly lastPeriod: number | null;
}

export interface StayingCustomers {
  readonly definition: CalendarRules &
    ShownSpan &
    Pick<StayQuestion, 'of' | 'silence'> & {
      readonly name: 'retention-projection-customers';
      readonly present: ShownPresent;
      readonly cohort: string | null;
      readonly period: number;
    };
  /** On all pages. */
  readonly count: number;
  readonly items: readonly StayingLine[];
  readonly next: string | null;
}

interface RankedStay extends Ranked {
  readonly stay: Stay;
}

export const stayingCustomersQuery: Query<StayingCustomersParameters> = {
  name: 'retention-projection-customers',
  path: stayingCustomersPath,
  summary: 'The customers of a cohort who were there in one of its known periods or later, the oldest cohort first',
  params: StayingCustomersParameters,
  answer: stayingCustomersSchema,
  access: 'figures',
  cost: 'scan',
  run: answerStayingCustomers,
  rows: ({ items }: StayingCustomers) => items.map((line) => ({ ...line })),
  columns: () => ['customerId', 'cohort', 'lastPeriod'],
};

export async function answerStayingCustomers(context: QueryContext, parameters: StayingCustomersParameters): Promise<StayingCustomers> {
  const question = readStayQuestion(parameters, context.timezone);
  const staying = await stayingOf(context, question);
  const { calendar, present, known } = staying;
  const period = readNumber(parameters.period, 0);
  const day = readDay(parameters.cohort);
  const cohort = day === null ? null : calendar.periodOfDay(day);
  if (cohort !== null) requireKnown(staying, cohort, period);
  const { from, to, present: _, ...rules } = question;
  const name = cohort === null ? null : calendar.nameOf(cohort);
  const pins = { ...rules, ...showSpan({ from, to }), cohort: name, period };
  const list = new RankedList<RankedStay>(parameters, { ...pins, day: present.day });
  let count = 0;
  for await (const { customerId, stay } of staying.customers()) {
    if ((cohort !== null && stay.first !== cohort) || !known.includes(stay.first, period) || !wasThere(stay, period)) continue;
    count += 1;
    if (list.accepts(-stay.first, customerId)) list.add({ value: -stay.first, key: customerId, stay });
  }
  const { page, next } = list.page();
  return {
    definition: { name: 'retention-projection-customers', ...pins, present: showPresent(present) },
    count,
    items: page.map(({ key, stay: { first, last } }) => ({
      customerId: key,
      cohort: calendar.nameOf(first),
      lastPeriod: last === null ? null : last - first,
    })),
    next,
  };
}

function requireKnown({ calendar, known }: Staying, cohort: number, period: number): void {
  if (known.includes(cohort, period)) return;
  throw new BadQuery(
    'period',
    'not-known-yet',
    `Who of the cohort ${calendar.nameOf(cohort)} is there in its period ${period} or later is not known at the present: that cell is projected, and no customers are behind it. Take an earlier period.`,
  );
}
