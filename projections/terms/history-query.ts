import type { Query } from '@tenure/querying';
import { termsHistorySchema } from './answer-schemas.js';
import { TermsHistoryParameters } from './parameters.js';
import { figureOf, statements } from './statements.js';
import { asRecorded, type TermLine, termColumns, termLines, termRow } from './term-line.js';

export interface TermsHistory {
  readonly figure: string;
  readonly items: readonly TermLine[];
  readonly next: null;
}

export const termsHistoryQuery: Query<TermsHistoryParameters> = {
  name: 'terms-history',
  path: 'terms/history',
  summary: 'Everything that was ever stated about the terms of a figure, or withdrawn, in the order of recording',
  params: TermsHistoryParameters,
  answer: termsHistorySchema,
  access: 'figures',
  cost: 'lookup',

  async run({ snapshot }, parameters): Promise<TermsHistory> {
    const figure = figureOf(parameters);
    return { figure, items: termLines(await statements(snapshot, figure)).sort(asRecorded), next: null };
  },

  rows: ({ items }: TermsHistory) => items.map(termRow),
  columns: () => termColumns,
};
