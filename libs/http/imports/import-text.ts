import { mapOf } from '@tenure/shape/schema';
import type { OperationText } from '../openapi/operation.js';
import { refer, wholeList } from '../openapi/refer.js';
import { importParameters } from './import-parameters.js';

/** The content types that a file may be sent as; its bytes decide what it is. */
export const fileTypes = [
  'text/csv',
  'application/x-ndjson',
  'text/plain',
  'text/tab-separated-values',
  'application/octet-stream',
  'application/gzip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** The text of the import route in the API's pages. */
export const importText: OperationText = {
  summary: 'Import a file of facts',
  description:
    'The body is the file: CSV, .xlsx, NDJSON or white-space columns, packed with gzip or not; its encoding is found out or given. It is put by and read twice, so the answer begins when all of it ' +
    'is there. The answer is NDJSON: lines of `"type":"progress"` and `"rejected"` ' +
    'as it goes, and at the very end one of `"type":"result"`, or one of `"type":"failed"` with the problem under `problem`. An answer without a result was cut short: ' +
    'send the file again, what is in already is counted as duplicate. The result counts the rows (`read` = `accepted` + `duplicate` + `rejected` + `leftOut`; `repeated`: duplicates of another row of the file), ' +
    'says why rows were rejected (`reasons`: code, field, rows, an example) and names the run (`importId`, as in the metadata of each event it recorded).',
  tag: 'imports',
  parameters: importParameters,
  body: {
    type: fileTypes,
    description: 'The file.',
    schema: mapOf({ description: 'Any value of JSON.' }),
  },
  answers: {
    200: {
      description: 'How the file is read, progress, refused rows, result.',
      type: 'application/x-ndjson',
      line: refer('ImportLine'),
    },
  },
};

export const presetsText: OperationText = {
  summary: 'Exports that are known by their columns',
  description: 'A file with the columns of one is read by it; `preset=NAME` asks for one, `preset=none` for none.',
  tag: 'imports',
  answers: {
    200: {
      description: 'Every preset.',
      type: 'application/json',
      schema: wholeList(refer('ImportPreset')),
    },
  },
};
