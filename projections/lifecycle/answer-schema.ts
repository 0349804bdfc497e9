import { described, integer, listOf, orNull, record, text } from '@tenure/shape/schema';
import { calendarSchemas, presentSchema, spanSchemas } from '../shared/calendar/schemas.js';
import { lifecycleDefinition } from './definition.js';

/** `LifecycleAnswer`. */
export const lifecycleSchema = described(
  record({
    definition: record({ name: text, ...calendarSchemas, present: presentSchema, ...spanSchemas }),
    periods: listOf(
      record(
        {
          start: text,
          new: integer,
          returning: integer,
          resurrecting: integer,
          dormant: orNull(integer),
          active: integer,
          purchases: integer,
          inProgress: { type: 'boolean', const: true },
        },
        ['inProgress'],
      ),
    ),
  }),
  lifecycleDefinition.fields,
);
