import { described, integer, listOf, mapOf, number, oneOf, orNull, record, text } from '@tenure/shape/schema';
import { calendarSchemas, presentSchema, spanSchemas } from '../../shared/calendar/schemas.js';
import { retentionDefinition } from '../definition.js';
import { projectedSubjects } from './parameters.js';

const cell = record({
  period: integer,
  projected: { type: 'boolean' },
  count: number,
  rate: number,
  low: number,
  high: number,
  modelLow: orNull(number),
  modelHigh: orNull(number),
  curve: orNull(number),
  customers: orNull(text),
});

const curve = record({
  of: oneOf(['own', 'all-cohorts']),
  model: oneOf(['sbg', 'bdw']),
  why: text,
  margin: orNull(number),
  parameters: mapOf(number),
  standardErrors: orNull(mapOf(number)),
  aic: number,
  boundary: orNull(text),
});

/** `ProjectionAnswer`. */
export const projectionSchema = described(
  record(
    {
      definition: record({
        name: text,
        of: oneOf(projectedSubjects),
        ahead: integer,
        silence: orNull(integer),
        stays: text,
        intervals: text,
        ...calendarSchemas,
        present: presentSchema,
        ...spanSchemas,
        confidence: number,
      }),
      cohorts: listOf(record({ cohort: text, size: integer, cells: listOf(cell), curve: orNull(curve), noProjection: orNull(text) })),
      notEnoughData: text,
    },
    ['notEnoughData'],
  ),
  {
    ...retentionDefinition.fields,
    of: 'What is about purchases or subscriptions; of a curve, the cohorts it is fitted to',
    customers: 'The address of the list of the customers counted; null in a projected cell',
  },
);
