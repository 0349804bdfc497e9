import { parties } from '@tenure/customer';
import { described, integer, listOf, mapOf, orNull, record, text } from '@tenure/shape/schema';
import { customerFileDefinition } from './definition.js';
import { lineAnswer } from './line.js';
import { together } from './section.js';
import { totalsSchema } from './sections/purchases/totals.js';
import { sections } from './sections.js';

const { fields } = customerFileDefinition;

/** `CustomerFile`. */
export const customerFileSchema = described(
  record(
    {
      customerId: text,
      revision: integer,
      ...together(sections.map(({ answer }) => answer)),
      events: integer,
      timeline: listOf(record({ at: text, type: text, text, said: mapOf(orNull(text)) })),
    },
    ['sealed'],
  ),
  fields,
);

/** `CustomerList`. */
export const customerListSchema = described(
  record({
    items: listOf(record({ customerId: text, revision: integer, ...lineAnswer }, ['sealed'])),
    next: orNull(text),
    currencies: listOf(text),
  }),
  fields,
);

/** `CustomerTotals`. */
export const customerTotalsSchema = record({
  customers: integer,
  closed: integer,
  parties: record(Object.fromEntries(parties.map((party) => [party, integer]))),
  totals: totalsSchema,
});
