import type { MappedField } from '../mapping/mapped-field.js';
import type { ColumnObserver } from '../reading/column-observer.js';

/** Finds out whether the ids of a file are e-mail addresses or telephone numbers, before anything is reported about them. */
export class PersonalIds implements ColumnObserver {
  readonly #places: readonly MappedField[];
  readonly #found = new Set<string>();

  constructor(mapped: readonly MappedField[]) {
    this.#places = mapped.filter(({ by }) => by === 'id');
  }

  /** Whether the rows seen identify their customers by plain ids only. */
  areNone(fields: ReadonlySet<string>): boolean {
    return this.#found.size === 0 && fields.has('customer_id') && !['email', 'phone', 'account'].some((field) => fields.has(field));
  }

  get isDecided(): boolean {
    return this.#found.size === this.#places.length;
  }

  see(cells: readonly string[]): void {
    for (const { field, index } of this.#places) if (cells[index]) this.#found.add(field);
  }

  /** The fields for which the file really has values. */
  among(mapped: readonly MappedField[]): readonly MappedField[] {
    return mapped.filter(({ field, by }) => by !== 'id' || this.#found.has(field));
  }
}
