import { stringify } from 'csv-stringify/sync';
import { asTextWith } from './fields/numbers/literal.js';
import type { DecimalMark } from './fields/numbers/marks.js';
import { columnNote } from './reading/column-rows.js';
import { errorProperty, parseObject } from './reading/ndjson-rows.js';
import type { SourceRow } from './reading/source-row.js';
import { RowProblem } from './row-problem.js';

/**
 * The format of rejected rows: unchanged, in the format of the file, with the reason added where the next import skips it. Fix a
 * row in place and import the errors file.
 */
export interface ErrorsFile {
  /** The first line, or null if the format has none. */
  readonly header: string | null;
  line(row: SourceRow, problem: RowProblem): string;
}

/**
 * The reasons, in columns of their own. Cells behind them had no column: those beyond the width, or a row that could not be
 * split into cells.
 */
export const addedColumns: readonly string[] = ['import_line', 'import_field', 'import_code', 'import_reason'];

const byteOrderMark = '\uFEFF';

/** `columns`: their names, or null; `width`: their number. With a byte order mark Excel reads the file as UTF-8; an ASCII file needs none. */
export function csvErrorsFile(delimiter: string, columns: readonly string[] | null, width: number | null, marked: boolean): ErrorsFile {
  const write = (cells: readonly unknown[]): string => stringify([cells], { delimiter, eof: false });
  const own = (columns ?? Array.from({ length: width ?? 0 }, () => '')).flatMap((name, at) => (addedColumns.includes(name) ? [] : [at]));
  return {
    header: columns && `${marked ? byteOrderMark : ''}${write([...own.map((at) => columns[at]), ...addedColumns])}`,
    line({ line, text, cells }, { field, code, reason }) {
      const kept = own.map((at) => cells[at] ?? '');
      const surplus = cells.length === 0 ? [text] : cells.slice(columns?.length ?? width ?? 0);
      while (surplus.length > 0 && surplus.at(-1)?.trim() === '') surplus.pop();
      return write([...kept, line, field, code, reason, ...surplus]);
    },
  };
}

/** The same, with numbers written as the texts of their column are: an errors file holds text only. */
export function withNumbersAsTexts({ header, line }: ErrorsFile, decimalOf: (column: number) => DecimalMark): ErrorsFile {
  return {
    header,
    line: (row, problem) => line({ ...row, cells: row.cells.map((cell, at) => asTextWith(decimalOf(at), cell)) }, problem),
  };
}

export function columnsErrorsFile(header: string | null): ErrorsFile {
  return {
    header,
    line: ({ line, text }, { reason }) => `${text.split(columnNote)[0] ?? ''}${columnNote}${line}: ${reason}`,
  };
}

const text = '"(?:[^"\\\\]|\\\\.)*"';
/** Matches a note as written below. The object's own text stays unchanged: numbers of any length, properties that occur twice. */
const earlierNote = new RegExp(`,?"${errorProperty}":\\{"line":\\d+,"field":(?:null|${text}),"code":${text},"reason":${text}\\}\\}$`);

export const ndjsonErrorsFile: ErrorsFile = {
  header: null,
  line({ line, text }, { field, code, reason }) {
    const note = `"${errorProperty}":${JSON.stringify({ line, field, code, reason })}}`;
    const object = text.trim().replace(earlierNote, '}');
    if (parseObject(object) instanceof RowProblem) return `${text}\n{${note}`;
    const open = object.slice(0, -1).trimEnd();
    return `${open}${open === '{' ? '' : ','}${note}`;
  },
};
