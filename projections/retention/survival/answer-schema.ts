import { described, integer, listOf, number, oneOf, orNull, record, scalarOrNull, text } from '@tenure/shape/schema';
import { granularities } from '../../shared/calendar/calendar.js';
import { presentSchema, spanSchemas } from '../../shared/calendar/schemas.js';
import { retentionDefinition } from '../definition.js';
import { survivalSubjects } from './parameters.js';

const row = record({
  period: integer,
  days: integer,
  atRisk: integer,
  events: integer,
  censored: integer,
  survival: number,
  standardError: number,
  low: orNull(number),
  high: orNull(number),
  customers: text,
  happened: record({ boughtAgain: number, voluntary: number, involuntary: number }, ['boughtAgain', 'voluntary', 'involuntary']),
});

/** `SurvivalAnswer`. */
export const survivalSchema = described(
  record(
    {
      definition: record({
        name: text,
        of: oneOf(survivalSubjects),
        granularity: oneOf(granularities),
        timezone: text,
        by: orNull(text),
        begins: text,
        ends: text,
        censored: text,
        present: presentSchema,
        ...spanSchemas,
        confidence: number,
      }),
      curves: listOf(
        record(
          {
            group: scalarOrNull,
            customers: integer,
            events: integer,
            censored: integer,
            median: orNull(record({ days: integer, low: integer, high: orNull(integer) })),
            noMedian: orNull(text),
            rows: listOf(row),
          },
          ['group'],
        ),
      ),
      otherGroups: integer,
      notEnoughData: text,
    },
    ['otherGroups', 'notEnoughData'],
  ),
  {
    ...retentionDefinition.fields,
    customers: 'Of a curve: events + censored; of a row: the address of the list of those at risk in it, which outcome= narrows',
  },
);
