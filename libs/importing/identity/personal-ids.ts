import type { MappedField } from '../mapping/mapped-field.js';
import type { ColumnObserver } from '../reading/column-observer.js';

/** Looks whether the ids of a file are e-mail addresses or telephone numbers, before anything is said of them. */
export class PersonalIds implements ColumnObserver {
  readonly #places: readonly MappedField[];
  readonly #found = new Set<string>();

  constructor(mapped: readonly MappedField[]) {
    this.#places = mapped.filter(({ by }) => by === 'id');
  }

  /** Whether the rows that were seen name their customers by ids that are nothing but ids. */
  areNone(fields: ReadonlySet<string>): boolean {
    return this.#found.size === 0 && fields.has('customer_id') && !['email', 'phone', 'account'].some((field) => fields.has(field));
  }

  get isDecided(): boolean {
    return this.#found.size === this.#places.length;
  }

  see(cells: readonly string[]): void {
    for (const { field, index } of this.#places) if (cells[index]) this.#found.add(field);
  }

  /** The fields that the file really has values for. */
  among(mapped: readonly MappedField[]): readonly MappedField[] {
    return mapped.filter(({ field, by }) => by !== 'id' || this.#found.has(field));
  }
}
