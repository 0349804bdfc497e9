import { columnsErrorsFile, csvErrorsFile, type ErrorsFile, ndjsonErrorsFile } from '../errors-file.js';
import type { ImportFormat, ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { type ColumnMap, type Columns, columnNumber, mapColumns, mapsByName } from '../mapping/column-mapping.js';
import type { MappedField } from '../mapping/mapped-field.js';
import { RowProblem } from '../row-problem.js';
import { columnRows, splitColumns } from './column-rows.js';
import { csvRows } from './csv-rows.js';
import { ndjsonRows, parseObject } from './ndjson-rows.js';
import { delimiterOf, formatOf, namesColumns, refuseBinary } from './sniffing.js';
import type { RowFormat, SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';

/** How a file is to be read, found out from its first lines and the options. */
export interface OpenedSource {
  readonly format: ImportFormat;
  readonly delimiter: string | null;
  readonly columns: readonly string[] | null;
  readonly mapped: readonly MappedField[];
  readonly rows: RowFormat;
  /** Lines up to and with this one are the header; 0 without one. */
  readonly headerEnd: number;
  readonly errorsFile: ErrorsFile;
}

/** @throws ImportRefused when the file is none of the formats, or a mapped column is not there. */
export function openSource(kind: AnyKind, options: ImportOptions, sample: readonly TextLine[]): OpenedSource {
  const file = options.fileName ?? 'the file';
  refuseBinary(sample, file);
  const first = sample.find(({ text }) => text.trim() !== '');
  if (!first) throw new ImportRefused('empty-file', 'file', `${file} has only blank lines: there is nothing to import`);
  const map = options.map ?? {};
  switch (options.format ?? formatOf(options.fileName, first.text)) {
    case 'csv':
      return openCsv(
        kind,
        map,
        options,
        first,
        sample.filter((line) => line.number >= first.number),
      );
    case 'columns':
      return openColumns(kind, map, options, first);
    case 'ndjson':
      return openNdjson(kind, map, file, sample);
  }
}

function openCsv(kind: AnyKind, map: ColumnMap, options: ImportOptions, first: TextLine, sample: readonly TextLine[]): OpenedSource {
  const delimiter = options.delimiter ?? delimiterOf(first.text);
  const [row, ...others] = csvRows(delimiter, null).reader().read(sample, true);
  const cells = (row?.cells ?? []).map((cell) => cell.trim());
  const columns = hasHeader(kind, map, options, cells) ? cells : null;
  if (columns && row?.problem) throw unreadableHeader(row.line, row.problem);
  return {
    format: 'csv',
    delimiter,
    columns,
    mapped: mapColumns(kind, map, columnsOf(columns, cells.length, cellsOf(others))),
    rows: csvRows(delimiter, columns?.length ?? null),
    headerEnd: columns && row ? row.line + row.text.split('\n').length - 1 : 0,
    errorsFile: csvErrorsFile(delimiter, columns),
  };
}

function openColumns(kind: AnyKind, map: ColumnMap, options: ImportOptions, first: TextLine): OpenedSource {
  const cells = splitColumns(first.text);
  const columns = hasHeader(kind, map, options, cells) ? cells : null;
  if (columns && first.problem) throw unreadableHeader(first.number, first.problem);
  return {
    format: 'columns',
    delimiter: null,
    columns,
    mapped: mapColumns(kind, map, columnsOf(columns, cells.length, [])),
    rows: columnRows,
    headerEnd: columns ? first.number : 0,
    errorsFile: columnsErrorsFile(columns && first.text),
  };
}

/** Objects need not all have the same properties: optional fields are looked for in every one of them. */
function openNdjson(kind: AnyKind, map: ColumnMap, file: string, sample: readonly TextLine[]): OpenedSource {
  const names = propertyNames(sample);
  if (names.length === 0) {
    const isArray = sample.some(({ text }) => text.trimStart().startsWith('['));
    const remedy = isArray
      ? 'it looks like one JSON array: write each of its objects on a line of its own'
      : 'none of its first lines is a JSON object; for CSV or columns give the format';
    throw new ImportRefused('not-ndjson', 'file', `${file} is not NDJSON: ${remedy}`);
  }
  const there = mapColumns(kind, map, { names, sample: [] });
  const mappedFields = new Set(there.map(({ field }) => field));
  const others = Object.keys(kind.fields).filter((field) => !mappedFields.has(field));
  const used = [...new Set(there.flatMap(({ index, further = [] }) => [index, ...further]))];
  const paths = [...used.map((index) => names[index] as string), ...others];
  const mapped = there.map((field) => ({ ...field, index: used.indexOf(field.index), further: field.further?.map((index) => used.indexOf(index)) }));
  const all = [...mapped, ...others.map((field, at): MappedField => ({ field, column: field, index: used.length + at, by: 'name' }))];
  return {
    format: 'ndjson',
    delimiter: null,
    columns: names,
    mapped: all,
    rows: ndjsonRows(paths, new Set(all.filter(({ field }) => isNumeric(kind, field)).map(({ index }) => paths[index] as string))),
    headerEnd: 0,
    errorsFile: ndjsonErrorsFile,
  };
}

function isNumeric(kind: AnyKind, field: string): boolean {
  const type = kind.fields[field]?.type;
  return type === 'money' || type === 'number';
}

function hasHeader(kind: AnyKind, map: ColumnMap, { header }: ImportOptions, cells: readonly string[]): boolean {
  if (header !== undefined) return header;
  if (mapsByName(map) || Object.keys(map).length === 0) return true;
  const numbers = Object.entries(map).filter(([field]) => ['time', 'money', 'number'].includes(kind.fields[field]?.type ?? 'text'));
  return namesColumns(
    cells,
    numbers.flatMap(([, column]) => columnNumber(column) ?? []),
  );
}

function unreadableHeader(line: number, { code, reason }: RowProblem): ImportRefused {
  return new ImportRefused(code, 'file', `line ${line}, the header that names the columns, cannot be read: ${reason}`);
}

function cellsOf(rows: readonly SourceRow[]): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

function columnsOf(names: readonly string[] | null, count: number, sample: readonly (readonly string[])[]): Columns {
  return names ? { names, sample } : { count };
}

/** Of the sample's objects, and `price.amount` for what is inside one of their properties. */
function propertyNames(sample: readonly TextLine[]): string[] {
  const names = new Set<string>();
  for (const { text } of sample) {
    const object = parseObject(text);
    if (object instanceof RowProblem) continue;
    for (const [name, value] of Object.entries(object)) {
      names.add(name);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) for (const inner of Object.keys(value)) names.add(`${name}.${inner}`);
    }
  }
  return [...names];
}
