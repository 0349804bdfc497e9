import { integer, listOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';
import type { CommandRoute } from './command-route.js';

const key: Schema = { ...text, minLength: 1, maxLength: 255 };

/** One line of many commands that are sent. */
export const sentCommandSchema = (commands: readonly CommandRoute[]): Schema => ({
  ...record(
    {
      command: oneOf(commands.map(({ name }) => name)),
      id: { ...key, description: 'The idempotency key.' },
      data: { description: 'What the command takes: of a `RecordVisit` a `RecordVisit`, and so on.', anyOf: commands.map(({ shape }) => refer(shape.name)) },
      expectedRevision: { ...integer, minimum: 0, description: 'Only if the customer is at this revision.' },
      correlationId: key,
    },
    ['expectedRevision', 'correlationId'],
  ),
  additionalProperties: false,
});

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
