import { isBlank } from '../fields/blank.js';
import { shown } from '../fields/shown.js';
import { valueFinder } from '../kinds/enumerated.js';
import type { AnyKind } from '../kinds/kind.js';
import type { ColumnObserver } from '../reading/column-observer.js';
import { cellText, type MappedField } from './mapped-field.js';

interface Watched {
  readonly field: string;
  readonly textOf: ReturnType<typeof cellText>;
  readonly find: (cell: string) => string | undefined;
  /** Word of the file -> value. */
  readonly taken: Map<string, string>;
}

/** Notes which words of a file were read as values of fields with few values: `hoch = high`. */
export class TakenWords implements ColumnObserver {
  readonly #columns: readonly Watched[];

  constructor(kind: AnyKind, mapped: readonly MappedField[]) {
    this.#columns = mapped.flatMap((each): Watched[] => {
      const words = kind.fields[each.field]?.words;
      return words ? [{ field: each.field, textOf: cellText(each), find: valueFinder(words), taken: new Map() }] : [];
    });
  }

  get isDecided(): boolean {
    return this.#columns.length === 0;
  }

  see(cells: readonly string[]): void {
    for (const { textOf, find, taken } of this.#columns) {
      const word = textOf(cells);
      if (word === '' || taken.has(word) || isBlank(word)) continue;
      const value = find(word);
      if (value !== undefined && value !== word) taken.set(word, value);
    }
  }

  /** Field -> the values that its words were read as, where these differ from the words. */
  get understood(): Readonly<Record<string, string>> {
    const found = this.#columns.filter(({ taken }) => taken.size > 0);
    return Object.fromEntries(found.map(({ field, taken }) => [field, [...taken].map(([word, value]) => `${shown(word)} = ${value}`).join(', ')]));
  }
}
