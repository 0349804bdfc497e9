import { described, integer, listOf, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { granularities } from '../../shared/calendar/calendar.js';
import { presentSchema, spanSchemas } from '../../shared/calendar/schemas.js';
import { retentionDefinition } from '../definition.js';
import { outcomeFilters, outcomes } from './customers-parameters.js';
import { survivalSubjects } from './parameters.js';

const day = { type: 'string', format: 'date' };

/** `SurvivalCustomers`. */
export const survivalCustomersSchema = described(
  record({
    definition: record(
      {
        name: text,
        of: oneOf(survivalSubjects),
        granularity: oneOf(granularities),
        timezone: text,
        by: orNull(text),
        group: scalarOrNull,
        present: presentSchema,
        ...spanSchemas,
        period: orNull(integer),
        outcome: orNull(oneOf(outcomeFilters)),
      },
      ['group'],
    ),
    count: integer,
    items: listOf(
      record({ customerId: text, group: scalarOrNull, began: day, ended: day, days: integer, period: integer, outcome: oneOf(outcomes) }, ['group']),
    ),
    next: orNull(text),
  }),
  {
    ...retentionDefinition.fields,
    count: 'Customers on all pages: the number that the row of the curve has',
    days: 'Days for which the customer was observed',
    period: 'Of a customer the row in which the observation ends; in definition the row asked for',
  },
);
