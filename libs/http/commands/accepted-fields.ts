import { integer, listOf, record, type Schema, text } from '@tenure/shape/schema';

/** What an accepted command is answered with. `idField`: names the stream, as the command did. */
export const acceptedFields = (idField: string): Readonly<Record<string, Schema>> => ({
  commandId: text,
  [idField]: text,
  revision: integer,
  position: text,
  events: listOf(record({ eventId: { ...text, format: 'uuid' }, type: text, revision: integer })),
});
