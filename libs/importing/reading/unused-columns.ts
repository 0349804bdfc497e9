import { addedColumns } from '../errors-file.js';
import type { MappedField } from '../mapping/mapped-field.js';

/** Columns with a name that no field is taken from: whoever imports may have meant one of them. */
export function unusedColumns(names: readonly string[], mapped: readonly MappedField[]): string[] {
  const used = new Set(mapped.flatMap(({ index, further = [] }) => [index, ...further]));
  return names.filter((name, index) => name !== '' && !used.has(index) && !addedColumns.includes(name));
}
