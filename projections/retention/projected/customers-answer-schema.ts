import { described, integer, listOf, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { calendarSchemas, presentSchema, spanSchemas } from '../../shared/calendar/schemas.js';
import { retentionDefinition } from '../definition.js';
import { projectedSubjects } from './parameters.js';

/** `StayingCustomers`. */
export const stayingCustomersSchema = described(
  record({
    definition: record({
      name: text,
      of: oneOf(projectedSubjects),
      silence: orNull(integer),
      ...calendarSchemas,
      present: presentSchema,
      ...spanSchemas,
      cohort: orNull(text),
      period: integer,
    }),
    count: integer,
    items: listOf(record({ customerId: text, cohort: text, lastPeriod: orNull(integer) })),
    next: orNull(text),
  }),
  {
    ...retentionDefinition.fields,
    of: 'Purchases or subscriptions',
    cohort: 'The cohort of the customer; in definition the one asked for',
    period: 'They were there in this period of the cohort or later',
    count: 'Customers on all pages: the count of the cell',
  },
);
