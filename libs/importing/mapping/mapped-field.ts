import type { PersonalKey } from '../identity/personal-id.js';
import type { DerivedCell } from './derived-cells.js';

/** How a field was assigned to its column. */
export type MappedBy = 'map' | 'name' | 'words' | 'preset' | 'id';

/** A field and where in a row its cell is. */
export interface MappedField {
  /** As in the mapping, e.g. `occurred_at` or `attribute.sector`. */
  readonly field: string;
  /** Indexes beyond the columns of the file are those of derived cells. */
  readonly index: number;
  /** The column's name, or its 1-based number where it has none; `Date + Time` where the value is split over two. */
  readonly column: string | number;
  /**
   * `map`: given by the options; `name`: the column has the field's name; `words`: it has a known name; `preset`: given by a preset;
   * `id`: it is the customer's id, which is personal.
   */
  readonly by: MappedBy;
  /** For an id that is made from personal values: the kinds of value, and the columns of each. */
  readonly madeOf?: readonly PersonalSource[];
}

export interface PersonalSource {
  readonly key: PersonalKey;
  readonly columns: readonly number[];
}

/** A field whose value is in a column, or is derived from several. */
export interface FoundField extends Omit<MappedField, 'index'> {
  readonly from: number | DerivedCell;
}

/** The columns that a field is read from. */
export function columnsOf({ from }: FoundField): readonly number[] {
  return typeof from === 'number' ? [from] : from.uses;
}

/** The text of a field in a row's cells, trimmed; empty if there is no text. */
export function cellText({ index }: Pick<MappedField, 'index'>): (cells: readonly string[]) => string {
  return (cells) => cells[index]?.trim() ?? '';
}
