import { described, integer, listOf, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { calendarSchemas, presentSchema, spanSchemas } from '../../shared/calendar/schemas.js';
import { kinds, modes, windows } from '../choices.js';
import { retentionDefinition } from '../definition.js';

const day = { type: 'string', format: 'date' };

/** `CellCustomers`. */
export const cellCustomersSchema = described(
  record({
    definition: record(
      {
        name: text,
        ...calendarSchemas,
        kind: oneOf(kinds),
        mode: oneOf(modes),
        window: oneOf(windows),
        by: orNull(text),
        group: scalarOrNull,
        brackets: orNull(listOf(integer)),
        present: presentSchema,
        ...spanSchemas,
        cohort: orNull(text),
        period: orNull(integer),
      },
      ['group'],
    ),
    count: integer,
    items: listOf(record({ customerId: text, group: scalarOrNull, firstPurchase: day, lastPurchase: day, purchases: integer }, ['group'])),
    next: orNull(text),
  }),
  {
    ...retentionDefinition.fields,
    cohort: 'The cohort asked for; null for all that have a number in the period',
    period: 'The period of the cell asked for, the first one of a bracket; null for the whole cohort',
    count: 'Customers on all pages, each once: the count of the cell, or the size of the cohort',
    purchases: 'Purchases that count',
  },
);
