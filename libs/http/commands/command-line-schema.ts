import { integer, listOf, orNull, record, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

/** One line of the answer to many commands. */
export const commandLineSchema = record(
  {
    line: { ...integer, minimum: 1 },
    id: orNull(text),
    status: integer,
    customerId: text,
    revision: integer,
    position: text,
    error: record(
      { code: text, detail: text, errors: listOf(refer('Fault')), retryable: { type: 'boolean' }, currentRevision: orNull(integer), outcome: text },
      ['currentRevision', 'outcome'],
    ),
  },
  ['customerId', 'revision', 'position', 'error'],
);
