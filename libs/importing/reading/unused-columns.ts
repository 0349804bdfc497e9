import { addedColumns } from '../errors-file.js';
import type { FileMapping } from '../mapping/file-mapping.js';

/** Columns with a name that no field is read from: one of them may have been meant for a field. */
export function unusedColumns(names: readonly string[], { usedBy }: FileMapping): string[] {
  return names.filter((name, index) => name !== '' && !usedBy.has(index) && !addedColumns.includes(name));
}
