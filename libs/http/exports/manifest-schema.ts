import { integer, mapOf, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

const time: Schema = { ...text, format: 'date-time' };

/** `ExportManifest`. */
export const manifestSchema = record({
  exportId: { ...text, format: 'uuid' },
  readModel: text,
  version: integer,
  definition: text,
  format: oneOf(['csv', 'ndjson']),
  parameters: mapOf(text),
  state: oneOf(['running', 'complete', 'failed']),
  asOf: refer('AsOf'),
  rows: integer,
  bytes: integer,
  sha256: orNull(text),
  reason: { ...orNull(text), description: 'Why it is not whole, where it was not the client who left.' },
  startedAt: time,
  finishedAt: { ...orNull(text), format: 'date-time' },
});
