import { columnsErrorsFile } from '../errors-file.js';
import type { ImportOptions } from '../import-options.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { mapColumns } from '../mapping/column-mapping.js';
import { columnRows, splitColumns } from './column-rows.js';
import { hasHeader } from './has-header.js';
import type { OpenedSource } from './open-source.js';
import type { TextLine } from './text-lines.js';
import { unusedColumns } from './unused-columns.js';

/** Values with white space between them; the first line is the header, if there is one. */
export function openColumns(kind: AnyKind, options: ImportOptions, lines: readonly TextLine[]): OpenedSource {
  const { skipLines = 0 } = options;
  const first = lines.slice(skipLines).find(({ text }) => text.trim() !== '');
  if (!first) throw new ImportRefused('empty-file', 'file', 'the file has no rows: there is nothing to import');
  const map = options.map ?? {};
  const cells = splitColumns(first.text);
  const columns = hasHeader(kind, map, options, cells) ? cells : null;
  if (columns && first.problem) {
    const { code, reason } = first.problem;
    throw new ImportRefused(code, 'file', `line ${first.number}, the header that names the columns, cannot be read: ${reason}`);
  }
  const mapped = mapColumns(kind, map, columns ? { names: columns, sample: [] } : { count: cells.length });
  return {
    format: 'columns',
    delimiter: null,
    columns,
    mapped,
    unusedColumns: unusedColumns(columns ?? [], mapped),
    rows: columnRows,
    headerEnd: columns ? first.number : skipLines,
    errorsFile: columnsErrorsFile(columns && first.text),
    notes: [],
  };
}
