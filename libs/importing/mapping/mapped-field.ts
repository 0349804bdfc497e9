import type { PersonalKey } from '../identity/personal-id.js';
import type { DerivedCell } from './derived-cells.js';

/** How a field came to its column. */
export type MappedBy = 'map' | 'name' | 'words' | 'preset' | 'id';

/** A field and where in a row its cell is. */
export interface MappedField {
  /** As in the mapping, e.g. `occurred_at` or `attribute.sector`. */
  readonly field: string;
  /** Behind the columns of the file are the cells derived from them. */
  readonly index: number;
  /** The column's name, or its 1-based number where it has none; `Date + Time` where the value stands in two. */
  readonly column: string | number;
  /** `map`: as the options say; `name`: called like the field; `words`: known under that name; `preset`: by a preset; `id`: it is the customer's id where that is personal. */
  readonly by: MappedBy;
  /** Of an id that is made of personal values: what they are, and the columns of each. */
  readonly madeOf?: readonly PersonalSource[];
}

export interface PersonalSource {
  readonly key: PersonalKey;
  readonly columns: readonly number[];
}

/** A field whose value stands in a column, or is derived from several. */
export interface FoundField extends Omit<MappedField, 'index'> {
  readonly from: number | DerivedCell;
}

/** The columns that a field is read from. */
export function columnsOf({ from }: FoundField): readonly number[] {
  return typeof from === 'number' ? [from] : from.uses;
}

/** The text of a field in a row's cells, trimmed; empty if there is none. */
export function cellText({ index }: Pick<MappedField, 'index'>): (cells: readonly string[]) => string {
  return (cells) => cells[index]?.trim() ?? '';
}
