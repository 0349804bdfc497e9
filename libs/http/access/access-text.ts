import { accessKinds, accessOutcomes } from '@tenure/access';
import { listOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import type { OperationText } from '../openapi/operation.js';
import { refer } from '../openapi/refer.js';

const time: Schema = { ...text, format: 'date-time' };

export const accessSchema = record(
  {
    at: { ...time, description: 'When it happened first.' },
    until: { ...time, description: 'When it happened last.' },
    kind: oneOf(accessKinds),
    outcome: oneOf(accessOutcomes),
    actor: { ...orNull(text), description: 'As events name it. Null: nobody who is known.' },
    address: { ...orNull(text), description: 'Where it came from; null with `addressWithheld`.' },
    addressWithheld: { ...text, description: 'Why there is no address.' },
    what: { ...listOf(text), description: 'Methods and routes, at most 20.' },
    subjects: { ...listOf(text), description: 'The customers, keys or exports that it was about.' },
    count: { type: 'integer', minimum: 1 },
    position: { ...orNull(text), description: 'Null while it is not in the log yet.' },
  },
  ['addressWithheld'],
);

export const accessText: OperationText = {
  summary: 'Who did what, from where, and what came of it',
  description:
    'Logins (the first use of a key from an address on a day), denials, keys made and revoked, exports, imports, and answers that may hold personal data. ' +
    'Like things of one minute are one record with a count. In the order of the log; go on with `after` = `next`; a page may be short, even empty, before the end.',
  tag: 'access',
  parameters: [
    { name: 'since', in: 'query', description: 'From this day, time or position on. Default: the last seven days.', schema: { type: 'string' } },
    { name: 'after', in: 'query', description: 'Behind this position; wins over `since`.', schema: { type: 'string' } },
    { name: 'kind', in: 'query', description: 'Only these.', schema: { type: 'string', enum: [...accessKinds] } },
    { name: 'actor', in: 'query', description: 'Only of this actor.', schema: { type: 'string' } },
    { name: 'limit', in: 'query', description: 'At most so many.', schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 } },
  ],
  answers: {
    200: {
      description: 'A page of records.',
      type: 'application/json',
      schema: record({ items: listOf(refer('AccessRecord')), next: orNull(text), asOf: refer('AsOf') }),
    },
  },
};
