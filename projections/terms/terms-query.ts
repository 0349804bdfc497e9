import type { Query } from '@tenure/querying';
import { termsInForce } from '@tenure/terms';
import { dayName } from '@tenure/time';
import { daysIn } from '../shared/calendar/zone-days.js';
import { readDay } from '../shared/query-parameters/day.js';
import { termsSchema } from './answer-schemas.js';
import { TermsParameters } from './parameters.js';
import { figureOf, statements } from './statements.js';
import { byScope, type TermLine, termColumns, termLines, termRow } from './term-line.js';

export interface Terms {
  readonly figure: string;
  readonly about: string;
  readonly items: readonly TermLine[];
  readonly next: null;
}

export const termsQuery: Query<TermsParameters> = {
  name: 'terms',
  path: 'terms',
  summary: 'The terms of a figure that are in force on a day: margins, discount rate, horizon, costs, and who stated them why',
  params: TermsParameters,
  answer: termsSchema,
  access: 'figures',
  cost: 'lookup',

  async run({ snapshot, now, timezone }, parameters): Promise<Terms> {
    const figure = figureOf(parameters);
    const about = dayName(readDay(parameters.about) ?? daysIn(timezone)(now / 1000));
    const { margins, discountRate, horizon, costs } = termsInForce(await statements(snapshot, figure), about);
    const inForce = { margins, discountRates: discountRate === null ? [] : [discountRate], horizons: horizon === null ? [] : [horizon], costs };
    return { figure, about, items: termLines(inForce).sort(byScope), next: null };
  },

  rows: ({ items }: Terms) => items.map(termRow),
  columns: () => termColumns,
};
