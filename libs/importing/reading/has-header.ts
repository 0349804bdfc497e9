import type { ImportOptions } from '../import-options.js';
import type { AnyKind } from '../kinds/kind.js';
import { type ColumnMap, columnNumber, mapsByName } from '../mapping/column-mapping.js';
import { namesColumns } from './sniffing.js';

/** Whether a file's first row names its columns: by the options, or by the look of its cells where all columns are given by number. */
export function hasHeader(kind: AnyKind, map: ColumnMap, { header }: ImportOptions, cells: readonly string[]): boolean {
  if (header !== undefined) return header;
  if (mapsByName(map) || Object.keys(map).length === 0) return true;
  const numbers = Object.entries(map).filter(([field]) => ['time', 'money', 'number'].includes(kind.fields[field]?.type ?? 'text'));
  return namesColumns(
    cells,
    numbers.flatMap(([, column]) => columnNumber(column) ?? []),
  );
}
