/** How a field came to its column. */
export type MappedBy = 'map' | 'name' | 'words' | 'preset';

/** A field and where in a row its cell is. */
export interface MappedField {
  /** As in the mapping, e.g. `occurred_at` or `attribute.sector`. */
  readonly field: string;
  readonly index: number;
  /** The column's name, or its 1-based number where it has none; `Date + Time` where the value stands in two. */
  readonly column: string | number;
  /** `map`: as the options say; `name`: called like the field; `words`: known under that name; `preset`: by a preset. */
  readonly by: MappedBy;
  /** Where the value stands in several columns: those after the first, and how their texts make one. */
  readonly further?: readonly number[];
  combine?(texts: readonly string[]): string;
}

/** The text of a field in a row's cells, trimmed; empty if there is none. */
export function cellText({ index, further, combine }: MappedField): (cells: readonly string[]) => string {
  if (!combine) return (cells) => cells[index]?.trim() ?? '';
  const places = [index, ...(further ?? [])];
  return (cells) => combine(places.map((place) => cells[place]?.trim() ?? '')).trim();
}

/** All that are not empty, with a space between them. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
