import type { ShapeClass } from '@tenure/shape';
import { integer, listOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

const key: Schema = { ...text, minLength: 1, maxLength: 255 };

/** One line of a body of many commands. `shapes`: of their bodies; a command has the name of its shape. */
export const sentCommandSchema = (shapes: readonly ShapeClass[]): Schema => ({
  ...record(
    {
      command: oneOf(shapes.map(({ name }) => name)),
      id: { ...key, description: 'The idempotency key.' },
      data: { description: 'What the command takes: of a `RecordVisit` a `RecordVisit`, and so on.', anyOf: shapes.map(({ name }) => refer(name)) },
      expectedRevision: { ...integer, minimum: 0, description: 'Only if the customer, or what else the command is about, is at this revision.' },
      correlationId: key,
    },
    ['expectedRevision', 'correlationId'],
  ),
  additionalProperties: false,
});

/** One line of the answer to many commands. `idFields`: of the kinds of stream that declare commands. */
export const commandLineSchema = (idFields: readonly string[]): Schema =>
  record(
    {
      line: { ...integer, minimum: 1 },
      id: orNull(text),
      status: integer,
      customerId: text,
      ...Object.fromEntries(idFields.map((field) => [field, text])),
      revision: integer,
      position: text,
      error: record(
        { code: text, detail: text, errors: listOf(refer('Fault')), retryable: { type: 'boolean' }, currentRevision: orNull(integer), outcome: text },
        ['currentRevision', 'outcome'],
      ),
    },
    ['customerId', ...idFields, 'revision', 'position', 'error'],
  );
