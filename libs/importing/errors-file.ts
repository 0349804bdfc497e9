import { stringify } from 'csv-stringify/sync';
import { columnNote } from './reading/column-rows.js';
import { errorProperty, parseObject } from './reading/ndjson-rows.js';
import type { SourceRow } from './reading/source-row.js';
import { RowProblem } from './row-problem.js';

/**
 * How rows that were left out are written down: as they were, in the format of the file, with the reason added where the
 * next import passes over it. Mend a row where it stands and import the errors file.
 */
export interface ErrorsFile {
  /** The first line, or null if there is none. */
  readonly header: string | null;
  line(row: SourceRow, problem: RowProblem): string;
}

const addedColumns = ['import_line', 'import_field', 'import_code', 'import_reason'];

export function csvErrorsFile(delimiter: string, columns: readonly string[] | null): ErrorsFile {
  const write = (cells: readonly unknown[]): string => stringify([cells], { delimiter, eof: false });
  const earlier = columns?.indexOf(addedColumns[0] as string) ?? -1;
  return {
    header: columns && write([...(earlier < 0 ? columns : columns.slice(0, earlier)), ...addedColumns]),
    line({ line, text, cells }, { field, code, reason }) {
      const own = earlier < 0 || cells.length === 0 ? text : write(cells.slice(0, earlier));
      return `${own}${delimiter}${write([line, field, code, reason])}`;
    },
  };
}

export function columnsErrorsFile(header: string | null): ErrorsFile {
  return {
    header,
    line: ({ line, text }, { reason }) => `${text.split(columnNote)[0] ?? ''}${columnNote}${line}: ${reason}`,
  };
}

export const ndjsonErrorsFile: ErrorsFile = {
  header: null,
  line({ line, text }, { field, code, reason }) {
    const added = { [errorProperty]: { line, field, code, reason } };
    const object = parseObject(text);
    return object instanceof RowProblem ? `${text}\n${JSON.stringify(added)}` : JSON.stringify({ ...object, ...added });
  },
};
