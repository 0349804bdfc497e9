import { described, integer, listOf, moneyTotal, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { weekStarts } from '../shared/calendar/calendar.js';
import { presentSchema, spanSchemas } from '../shared/calendar/schemas.js';
import { recurringRevenueDefinition } from './definition.js';
import { movements } from './movements.js';
import { revenueGranularities } from './parameters.js';

const { fields } = recurringRevenueDefinition;

/** `RevenueTerms`. */
const termsSchemas = { granularity: oneOf(revenueGranularities), timezone: text, weekStart: oneOf(weekStarts), over: integer, present: presentSchema };

const customerCell = record({ count: integer, customers: text });
const revenueCell = record({ count: integer, customers: text, amount: moneyTotal });
const onceOver = (cell: Schema, names: readonly string[]): Record<string, Schema> => Object.fromEntries(names.map((name) => [name, orNull(cell)]));
const became = ['voluntary', 'involuntary', 'new', 'reactivated', 'closing'];

/** `RevenueAnswer`. */
export const revenueSchema = described(
  record(
    {
      definition: record({ name: text, ...termsSchemas, ...spanSchemas, confidence: number }),
      periods: listOf(
        record(
          {
            period: text,
            opens: text,
            closes: text,
            inProgress: { type: 'boolean', const: true },
            customers: record(
              {
                opening: customerCell,
                ...onceOver(customerCell, ['retained', ...became]),
                retention: orNull(record({ rate: number, low: number, high: number })),
                noRate: text,
              },
              ['noRate'],
            ),
            revenue: listOf(
              record(
                {
                  currency: text,
                  opening: revenueCell,
                  ...onceOver(revenueCell, ['contraction', 'expansion', ...became]),
                  grossRetention: orNull(number),
                  netRetention: orNull(number),
                  noRate: text,
                },
                ['noRate'],
              ),
            ),
          },
          ['inProgress'],
        ),
      ),
      notEnoughData: text,
    },
    ['notEnoughData'],
  ),
  fields,
);

/** `RevenueCustomers`. */
export const revenueCustomersSchema = described(
  record({
    definition: record({ name: text, ...termsSchemas, period: text, opens: text, closes: text, movement: oneOf(movements), currency: orNull(text) }),
    total: record({ count: integer, amount: orNull(moneyTotal) }),
    items: listOf(record({ customerId: text, amount: orNull(moneyTotal), revenue: listOf(record({ opening: moneyTotal, closing: moneyTotal })) })),
    next: orNull(text),
  }),
  // In this answer `opening` and `closing` are of one customer.
  { ...fields, opening: 'What the customer brought in a month at the end of the day `opens`', closing: 'The same at the end of the day `closes`' },
);
