import { addedColumns, csvErrorsFile } from '../errors-file.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { withDerivedCells } from '../mapping/derived-cells.js';
import { type FileMapping, mapFile, readColumns } from '../mapping/file-mapping.js';
import type { MappedField } from '../mapping/mapped-field.js';
import { numericColumns } from '../mapping/numeric-columns.js';
import { csvRows, type TableShape } from './csv-rows.js';
import { announcedDelimiter, likeliestDelimiter } from './delimiter.js';
import { findHeader } from './find-header.js';
import { hasHeader } from './has-header.js';
import { headerName } from './header-name.js';
import type { FileBeginning, OpenedSource, SourceOptions } from './opened-source.js';
import { sheetRows } from './sheet-rows.js';
import type { RowFormat, SourceRow } from './source-row.js';
import type { TextLine } from './text-lines.js';
import { unusedColumns } from './unused-columns.js';

/** CSV, with the line in which some programs announce the delimiter, and titles above the header. */
export function openCsv(kind: AnyKind, options: SourceOptions, { lines, isAscii }: FileBeginning): OpenedSource {
  const below = belowSkipped(lines, options);
  const first = below.findIndex(({ text }) => text.trim() !== '');
  const announced = announcedDelimiter(below[first]);
  const table = announced === null ? below : below.slice(first + 1);
  const delimiter = options.delimiter ?? announced ?? likeliestDelimiter(table).delimiter;
  const rows = csvRows(delimiter, null).reader().read(table, true);
  const before = (announced === null ? below[0] : below[first + 1])?.number ?? 1;
  const notes = announced === null ? [] : [`its first line, sep=${announced}, names the delimiter`];
  const opened = openTable(kind, options, rows, before - 1, (shape) => csvRows(delimiter, shape), notes);
  const errorsFile = csvErrorsFile(delimiter, opened.columns, opened.shape.width, !isAscii);
  return { ...opened, format: 'csv', delimiter, errorsFile };
}

/** A sheet of a workbook; its rejected rows become CSV, for Excel to open. */
export function openSheet(kind: AnyKind, options: SourceOptions, lines: readonly TextLine[]): OpenedSource {
  const below = belowSkipped(lines, options);
  const rows = sheetRows(new Set()).reader().read(below, true);
  const opened = openTable(kind, options, rows, (below[0]?.number ?? 1) - 1, (_, mapped) => sheetRows(numericColumns(kind, mapped)), []);
  return { ...opened, format: 'xlsx', delimiter: null, errorsFile: csvErrorsFile(',', opened.columns, opened.shape.width, true) };
}

interface OpenedTable {
  readonly columns: readonly string[] | null;
  readonly shape: TableShape;
  readonly mapping: FileMapping;
  readonly unusedColumns: readonly string[];
  readonly rows: RowFormat;
  readonly headerEnd: number;
  readonly notes: readonly string[];
}

function openTable(
  kind: AnyKind,
  options: SourceOptions,
  rows: readonly SourceRow[],
  before: number,
  format: (shape: TableShape, mapped: readonly MappedField[]) => RowFormat,
  notes: readonly string[],
): OpenedTable {
  const map = options.map ?? {};
  const [first] = rows;
  if (!first) throw new ImportRefused('empty-file', 'file', `${options.fileName ?? 'the file'} has no rows: there is nothing to import`);
  if (!hasHeader(kind, map, options, first.cells.map(headerName))) {
    const width = first.cells.length;
    const mapping = mapFile(kind, options, { count: width });
    const shape = { width: null, needed: 0, named: '' };
    const cells = withDerivedCells(format(shape, readColumns(mapping)), width, mapping.derived);
    return { columns: null, shape: { ...shape, width }, mapping, unusedColumns: [], rows: cells, headerEnd: before, notes };
  }
  const {
    row,
    names,
    mapped: mapping,
  } = findHeader(
    rows,
    (cells) => cells.map(headerName),
    (names, below) => {
      const found = mapFile(kind, options, { names, sample: below.map(({ cells }) => cells) });
      refuseTwins(names, found);
      return found;
    },
  );
  const shape = { width: names.length, ...neededCells(kind, mapping, names.length), ...notesEnd(names) };
  return {
    columns: names,
    shape,
    mapping,
    unusedColumns: unusedColumns(names, mapping),
    rows: withDerivedCells(format(shape, readColumns(mapping)), names.length, mapping.derived),
    headerEnd: row.line + row.text.split('\n').length - 1,
    notes: row === first ? notes : [...notes, titlesNote(rows.indexOf(row), row.line)],
  };
}

/** Lines after those that the options skip. An errors file has none of these: its header is its first line. */
function belowSkipped(lines: readonly TextLine[], { skipLines = 0 }: ImportOptions): readonly TextLine[] {
  const skipped = lines.slice(0, skipLines);
  if (skipped.some(({ text }) => addedColumns.every((name) => text.includes(name)))) return lines;
  return lines.slice(skipLines);
}

function titlesNote(titles: number, line: number): string {
  const what = titles === 1 ? 'a line above the header was' : `${titles} lines above the header were`;
  return `${what} passed over, the header is line ${line}: --skip-lines says otherwise`;
}

/** Refuses a field recognised by a column name that another column has as well. */
function refuseTwins(names: readonly string[], { usedBy }: FileMapping): void {
  for (const [index, { field, by }] of usedBy) {
    const name = names[index]?.toLowerCase();
    const twins = names.flatMap((other, at) => (other.toLowerCase() === name ? [at + 1] : []));
    if (by === 'map' || twins.length < 2) continue;
    const reason = `${field} could be any of columns ${twins.join(', ')}, which are all called "${names[index]}": map it by number, e.g. --map ${field}=${twins[0]}`;
    throw new ImportRefused('ambiguous-column', `map.${field}`, reason);
  }
}

/** In an errors file that a spreadsheet program has saved, columns without a name after the reasons hold cells that had none before. */
function notesEnd(names: readonly string[]): { notesEnd?: number } {
  const last = Math.max(...addedColumns.map((name) => names.indexOf(name)));
  return last >= 0 && names.slice(last + 1).every((name) => name === '') ? { notesEnd: last + 1 } : {};
}

/** A row may end early where all further cells may be empty. */
function neededCells(kind: AnyKind, { usedBy }: FileMapping, width: number): { needed: number; named: string } {
  let needed = 0;
  let named = '';
  for (const [index, { field }] of usedBy) {
    if (!kind.fields[field]?.required || index < needed || index >= width) continue;
    needed = index + 1;
    named = field;
  }
  return { needed, named };
}
