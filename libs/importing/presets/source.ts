import { creditLessDebit as creditOrDebit, type DerivedCell, withSpaces } from '../mapping/derived-cells.js';

/** Where a value comes from: a column, or a cell derived from several. */
export interface FoundSource {
  /** Its name in messages: `Total`, `Date + Time`. */
  readonly column: string;
  /** The column, or how the cell is derived. */
  readonly from: number | DerivedCell;
}

/** The place of a column by its name, or null if the file has none. */
export type ColumnFinder = (name: string) => number | null;

/** Looks up where a field's value is in a file; null where the file has no such column. */
export type Source = (find: ColumnFinder) => FoundSource | null;

/** The first of these columns that the file has. */
export function column(...names: readonly string[]): Source {
  return (find) => {
    const name = names.find((each) => find(each) !== null);
    return name === undefined ? null : { column: name, from: find(name) as number };
  };
}

/** The texts of these columns, separated by a space; null unless the first exists. */
export function joined(...names: readonly string[]): Source {
  return derived(names, (...texts) => withSpaces(texts));
}

/** The first of these columns that the row fills in. */
export function firstFilled(...names: readonly string[]): Source {
  return (find) => {
    const there = names.filter((name) => find(name) !== null);
    return there.length === 0 ? null : derived(there, (...texts) => texts.find((text) => text !== '') ?? '')(find);
  };
}

/** A cell derived from the texts of columns, trimmed; a missing column gives an empty text. Null unless the first exists. */
export function derived(names: readonly string[], derive: (...texts: string[]) => string): Source {
  return (find) => {
    const places = names.map(find);
    if (places[0] === null || places[0] === undefined) return null;
    const there = places.flatMap((place, at) => (place === null ? [] : [{ place, at }]));
    const spread = (texts: readonly string[]): string[] => names.map((_, at) => texts[there.findIndex((each) => each.at === at)] ?? '');
    const shown = there.map(({ at }) => names[at]).join(' + ');
    return { column: shown, from: { uses: there.map(({ place }) => place), derive: (texts) => derive(...spread(texts)) } };
  };
}

/** The same text in every row. */
export function always(text: string): Source {
  return () => ({ column: `"${text}"`, from: { uses: [], derive: () => text } });
}

/** Times in UTC that do not say so. */
export function utc(...names: readonly string[]): Source {
  return (find) => {
    const found = column(...names)(find);
    if (!found || typeof found.from !== 'number') return found;
    return derived([found.column], (text) => (/\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? `${text}Z` : text))(find);
  };
}

/** Credits less debits, from two columns of which each row fills in one. */
export function creditLessDebit(credit: string, debit: string): Source {
  return derived([credit, debit], (...texts) => creditOrDebit(texts));
}
