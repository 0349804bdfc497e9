import { columnsErrorsFile } from '../errors-file.js';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';
import { withDerivedCells } from '../mapping/derived-cells.js';
import { mapFile } from '../mapping/file-mapping.js';
import { columnRows, splitColumns } from './column-rows.js';
import { hasHeader } from './has-header.js';
import type { OpenedSource, SourceOptions } from './opened-source.js';
import type { TextLine } from './text-lines.js';
import { unusedColumns } from './unused-columns.js';

/** Values separated by white space; the first line is the header, if there is one. */
export function openColumns(kind: AnyKind, options: SourceOptions, lines: readonly TextLine[]): OpenedSource {
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
  const mapping = mapFile(kind, options, columns ? { names: columns, sample: [] } : { count: cells.length });
  return {
    format: 'columns',
    delimiter: null,
    columns,
    mapping,
    unusedColumns: unusedColumns(columns ?? [], mapping),
    rows: withDerivedCells(columnRows, cells.length, mapping.derived),
    headerEnd: columns ? first.number : skipLines,
    errorsFile: columnsErrorsFile(columns && first.text),
    notes: [],
  };
}
