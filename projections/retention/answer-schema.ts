import { described, integer, listOf, number, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { calendarSchemas, presentSchema, spanSchemas } from '../shared/calendar/schemas.js';
import { kinds, modes, windows } from './choices.js';
import { retentionDefinition } from './definition.js';

const cellFields = { period: integer, through: integer, count: integer, rate: number, low: number, high: number };
const average = listOf(orNull(record({ ...cellFields, size: integer, cohorts: integer }, ['through'])));

/** `RetentionAnswer`. */
export const retentionSchema = described(
  record(
    {
      definition: record({
        name: text,
        ...calendarSchemas,
        kind: oneOf(kinds),
        mode: oneOf(modes),
        window: oneOf(windows),
        by: orNull(text),
        brackets: orNull(listOf(integer)),
        present: presentSchema,
        ...spanSchemas,
        confidence: number,
      }),
      cohorts: listOf(
        record({ cohort: text, group: scalarOrNull, size: integer, customers: text, cells: listOf(orNull(record(cellFields, ['through']))) }, ['group']),
      ),
      weightedAverage: average,
      groups: listOf(record({ group: scalarOrNull, size: integer, weightedAverage: average })),
      otherGroups: integer,
    },
    ['groups', 'otherGroups'],
  ),
  retentionDefinition.fields,
);
