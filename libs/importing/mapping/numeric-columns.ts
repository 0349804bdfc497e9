import type { AnyKind } from '../kinds/kind.js';
import type { MappedField } from './mapped-field.js';

/** Places, from 0, of the columns that are read as numbers or amounts. */
export function numericColumns(kind: AnyKind, mapped: readonly MappedField[]): ReadonlySet<number> {
  const numeric = mapped.filter(({ field }) => ['money', 'number'].includes(kind.fields[field]?.type ?? 'text'));
  return new Set(numeric.map(({ index }) => index));
}
