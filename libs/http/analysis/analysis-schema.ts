import { integer, listOf, mapOf, number, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { fileFields, rejectedFields } from '../imports/import-schemas.js';
import { refer } from '../openapi/refer.js';

const day: Schema = { ...text, format: 'date' };

const file = record({
  name: { ...orNull(text), description: 'Null where the file came from stdin.' },
  ...fileFields,
  rejectedRows: { ...listOf(record(rejectedFields)), description: 'The first rows that were not taken.' },
});

const models = record({
  chosen: {
    ...record({ model: text, by: text, why: text, margin: orNull(number), compared: listOf(record({ name: text, aic: number })) }),
    description: 'The model of purchases that the likelihoods and values come from, why that one, and by how much AIC.',
  },
  fits: listOf(refer('ModelFit')),
  notFitted: { ...listOf(record({ model: text, currency: orNull(text), reason: text })), description: 'Models that these purchases do not fit.' },
});

const churnLikelihood = record(
  {
    baseRate: {
      ...orNull(record({ rate: number, customers: integer, horizons: listOf(text), at: day })),
      description: 'Of so many customers, the share who did not buy within the horizon after the day `at`.',
    },
    noBaseRate: { ...text, description: 'Where baseRate is null: why.' },
    distribution: {
      ...listOf(record({ from: number, to: number, customers: integer })),
      description: 'Customers by likelihood of no purchase within the horizon, in tenths; `from` belongs to a tenth, `to` to the next one.',
    },
    list: { ...refer('ChurnLikelihoodAnswer'), description: 'The first customers of the list by value at risk.' },
  },
  ['noBaseRate'],
);

const lifetimeValue = record({
  list: { ...refer('LifetimeValueAnswer'), description: 'The most valuable customers; `total` is of all.' },
  cells: refer('LifetimeValueCellsAnswer'),
});

/** The answers that the report is made of: where one is not served, the report is not described. */
export const partsOfAnalysis = ['RetentionAnswer', 'LifecycleAnswer', 'ChurnLikelihoodAnswer', 'LifetimeValueAnswer', 'LifetimeValueCellsAnswer'] as const;

/** What `tenure analyse FILE --json` prints. Its parts are answers of this API, given by an engine that lives for the report only. */
export const analysisSchema: Schema = {
  ...record({
    version: { const: 1, type: 'integer', description: 'Of this shape: another number where a field changes its meaning or goes. Fields may be added.' },
    present: { ...orNull(day), description: 'The day that the figures are about. Null where nothing was accepted.' },
    file,
    retention: orNull(refer('RetentionAnswer')),
    lifecycle: orNull(refer('LifecycleAnswer')),
    models: orNull(models),
    churnLikelihood: orNull(churnLikelihood),
    lifetimeValue: orNull(lifetimeValue),
    backtest: { ...orNull(refer('ModelBacktest')), description: 'Of the chosen model, on what was known 90 days before the present.' },
    missing: { ...mapOf(text), description: 'For each part that is null: why.' },
  }),
  description: 'What `tenure analyse FILE --json` prints: the answers of this API on one file. No route answers it.',
};
