import { integer, listOf, mapOf, moneyTotal, number, oneOf, orNull, record, type Schema, text } from '@tenure/shape/schema';
import { refer } from '../openapi/refer.js';

const line = (type: string, properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema =>
  record({ type: { ...text, const: type }, ...properties }, optional);

const run = { importId: { ...text, format: 'uuid', description: 'Names this run, in each event that it records.' } };

const howRead = {
  encoding: text,
  notes: { ...listOf(text), description: 'What was guessed or passed over, each with the option that says otherwise.' },
  unusedColumns: listOf(text),
  understood: { ...mapOf(text), description: 'How the columns of numbers and dates are written.' },
};

const source = line('source', {
  ...run,
  ...howRead,
  format: oneOf(['csv', 'ndjson', 'columns', 'xlsx']),
  delimiter: orNull(text),
  columns: orNull(listOf(text)),
  mapping: { ...mapOf({ type: ['string', 'integer'] }), description: 'Field -> column name or 1-based number, as used.' },
  preset: orNull(text),
  recognised: listOf(text),
  errorsHeader: orNull(text),
});

/** A row that was not taken, and why. */
export const rejectedFields = {
  line: integer,
  field: orNull(text),
  code: text,
  reason: text,
  text: { ...text, description: 'The row as it stands in the file.' },
};

const rejected = line('rejected', {
  ...rejectedFields,
  errorsLine: { ...text, description: 'The row for the errors file: fix it and import it again.' },
});

const progress = line('progress', { bytes: integer, rows: integer, rejected: integer });

/** What was found in a file, whatever log its facts went into. */
export const fileFields = {
  ...howRead,
  read: { ...integer, description: 'accepted + duplicate + rejected + leftOut.' },
  accepted: integer,
  duplicate: { ...integer, description: 'Recorded before, or repeated in this file.' },
  repeated: { ...integer, description: 'Of the duplicates, those that repeat another row of this file.' },
  rejected: integer,
  reasons: listOf(record({ reason: text, field: orNull(text), rows: integer, example: record({ line: integer, text }) })),
  leftOut: integer,
  leftOutReasons: listOf(record({ reason: text, rows: integer })),
  customers: integer,
  amount: { ...listOf(moneyTotal), description: 'Purchases less returns, one sum for each currency.' },
  from: orNull(text),
  to: orNull(text),
  warnings: listOf(record({ code: text, rows: integer, example: text, message: text })),
  timeZone: text,
  readAs: record({ decimal: text, dateFormat: text, currency: text }, ['decimal', 'dateFormat', 'currency']),
};

const result = line(
  'result',
  {
    ...run,
    ...fileFields,
    firstPosition: orNull(text),
    lastPosition: orNull(text),
    seconds: number,
    eventsPerSecond: number,
    errorsFile: orNull(text),
    dryRun: record({ checked: oneOf(['file', 'state']), means: text }),
  },
  ['dryRun'],
);

const failed = line('failed', { problem: refer('Problem') });

/** `ImportAnswerLine`: one line of the answer, and each of its kinds by name. */
export const importLineSchemas: Readonly<Record<string, Schema>> = {
  ImportSource: source,
  ImportRejection: rejected,
  ImportProgress: progress,
  ImportResult: result,
  ImportFailure: failed,
  ImportLine: { anyOf: ['ImportSource', 'ImportRejection', 'ImportProgress', 'ImportResult', 'ImportFailure'].map(refer) },
};

/** `ImportPreset`. */
export const presetSchema = record({
  name: text,
  kind: text,
  file: { ...text, description: 'Which file of which program.' },
  columns: { ...listOf(text), description: 'By these together it is recognised.' },
  currency: { ...text, description: 'Where the currency comes from.' },
  timeZone: { ...orNull(text), description: 'Of its times, where the program has a zone of its own.' },
  notes: text,
});
