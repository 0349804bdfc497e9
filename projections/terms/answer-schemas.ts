import { severities } from '@tenure/customer';
import { described, listOf, money, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { termNames } from '@tenure/terms';
import { termsDefinition } from './definition.js';

const { fields } = termsDefinition;
const day: Schema = { ...text, format: 'date' };

/** `TermLine`. */
const line = record({
  term: oneOf(termNames),
  currency: orNull(text),
  product: orNull(text),
  severity: orNull(oneOf(severities)),
  from: day,
  withdrawn: { type: 'boolean' },
  share: orNull(number),
  rate: orNull(number),
  horizon: orNull(text),
  amount: orNull(money),
  reason: text,
  statedBy: text,
  statedAt: text,
  position: text,
});

/** `TermsHistory`. */
export const termsHistorySchema = described(record({ figure: text, items: listOf(line), next: { type: 'null' } }), fields);

/** `Terms`. */
export const termsSchema = described(record({ figure: text, about: day, items: listOf(line), next: { type: 'null' } }), fields);
