import { type Query, words } from '@tenure/client';
import { Option } from 'commander';
import { wordOption } from '../verb.js';
import { mapParameter, readMapping } from './mapping.js';

type ImportQuery = Query<'/v1/imports/{kind}', 'post'>;

/** How a file of rows is to be read, as the command line says it. */
export type FileOptions = Omit<ImportQuery, 'map' | 'where' | 'fileName' | 'dryRun'> & {
  readonly map?: string;
  readonly mapping?: string;
  readonly where?: readonly string[];
};

export const mappingOptions: readonly Option[] = [
  new Option('--map <field=column,...>', 'where each field is: a column name, or a number from 1'),
  new Option('--mapping <file>', 'the same as a JSON object, {"customer_id": "Nr", ...}; --map goes before it'),
  new Option('--preset <name>', 'an export known by its columns; none for no such (default: found out)'),
];

export const readingOptions: readonly Option[] = [
  new Option('--where <column=value>', 'which rows are meant: =, != and values with commas between; may be repeated').argParser(collect),
  wordOption('--format <format>', 'default: by name and first line', words['/v1/imports/{kind}'].format),
  new Option('--encoding <name>', 'e.g. gb18030 or windows-1252 (default: found out from the whole file, and said where it is a guess)'),
  new Option('--sheet <name>', 'of a workbook: its name, or its number from 1 (default: the first)'),
  new Option('--skip-lines <number>', 'lines above the header that are passed over (default: found out)'),
  new Option('--delimiter <character>', 'between cells of CSV (default: found out)'),
  new Option('--header', 'the first line names the columns (default: found out)'),
  new Option('--no-header', 'the first line is a row'),
  new Option(
    '--date-format <pattern>',
    'of every date: dd/MM/yyyy HH:mm, yyyyMMdd, day-first, month-first, unix, unix-ms, excel, excel-1904 (default: found out)',
  ),
  new Option('--time-zone <zone>', "of times that carry none, e.g. Europe/Berlin (default: the engine's)"),
  wordOption('--decimal <mark>', 'of every number: 1,234.50 or 1.234,50 (default: found out)', words['/v1/imports/{kind}'].decimal),
  new Option('--currency <code>', 'of amounts without a currency column'),
];

/** The same as the import route takes it. */
export function fileQuery({ map, mapping, where, ...rest }: FileOptions): ImportQuery {
  return { ...rest, where: where && JSON.stringify(where), map: mapParameter(readMapping(map, mapping)) };
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
