import { oneOf, type Schema, text } from '@tenure/shape/schema';
import type { ParameterText } from '../openapi/operation.js';

const flag = { type: 'boolean' };

function option(name: string, description: string, schema: Schema = text): ParameterText {
  return { name, in: 'query', description, schema };
}

/** The options of an import, the same as of `tenure import`. */
export const importParameters: readonly ParameterText[] = [
  option(
    'map',
    'Where each field is, a column name or a number from 1: `customer_id=Nr,amount=4`, or the same as a JSON object. Default: by the names of columns.',
  ),
  option('preset', 'An export known by its columns, see `/v1/imports/presets`; `none` for no such. Default: found out.'),
  option('where', 'Which rows are meant: `Status=paid,refunded`, `Country!=US`; several as a JSON array of such texts.'),
  option('format', 'Default: by name and first line. A workbook is known by its bytes.', oneOf(['csv', 'ndjson', 'columns'])),
  option('fileName', 'Helps to recognise the format.'),
  option('encoding', 'E.g. `gb18030` or `windows-1252`. Default: found out from the whole file, and said where it is a guess.'),
  option('sheet', 'Of a workbook: its name, or its number from 1. Default: the first that is not hidden.'),
  option('skipLines', 'Lines above the header that are passed over. Default: found out.', { type: 'integer', minimum: 0, maximum: 999_999 }),
  option('delimiter', 'Between cells of CSV; `tab` for a tab. Default: found out.'),
  option('header', 'Whether the first line names the columns. Default: found out.', flag),
  option(
    'dateFormat',
    'Of every date: `dd/MM/yyyy HH:mm`, `yyyyMMdd`, `day-first`, `month-first`, `unix`, `unix-ms`, `excel`, `excel-1904`. Default: found out.',
  ),
  option('timeZone', "IANA name, of times that carry none. Default: the engine's."),
  option('decimal', 'The mark of every number. Default: found out.', oneOf(['.', ','])),
  option('currency', 'ISO 4217, of amounts without a currency column.'),
  option('dryRun', 'Check everything, record nothing.', { ...flag, default: false }),
];
