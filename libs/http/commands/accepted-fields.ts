import { integer, listOf, record, type Schema, text } from '@tenure/shape/schema';

/** The fields of the answer to an accepted command. `idField` names the stream, as in the command. */
export const acceptedFields = (idField: string): Readonly<Record<string, Schema>> => ({
  commandId: text,
  [idField]: text,
  revision: integer,
  position: text,
  events: listOf(record({ eventId: { ...text, format: 'uuid' }, type: text, revision: integer })),
});
