import type { Schemas } from '@tenure/client/browser';

export interface Column {
  readonly name: string;
  /** What it becomes; null: nothing. */
  readonly field: string | null;
  /** By the reader, and not found out. */
  readonly isGiven: boolean;
  /** How its dates or numbers are written. */
  readonly written: string | null;
}

type Source = Pick<Schemas['ImportSource'], 'columns' | 'mapping' | 'understood'>;
type Map = Readonly<Record<string, string>>;

/** Each column of the file, in its order, and what it becomes. */
export function columnsOf({ columns, mapping, understood }: Source, given: Map = {}): Column[] {
  return (columns ?? []).map((name, at) => {
    const field = Object.keys(mapping).find((each) => mapping[each] === name || mapping[each] === at + 1) ?? null;
    return { name, field, isGiven: field !== null && given[field] === name, written: (field === null ? undefined : understood[field]) ?? null };
  });
}

/** What the reader says of the columns, after one of them was given to a field, or to what the engine finds out (null). */
export function mapAfter(given: Map | undefined, column: string, field: string | null): Map | undefined {
  const others = Object.entries(given ?? {}).filter(([each, name]) => name !== column && each !== field);
  const pairs = field === null ? others : [...others, [field, column] as const];
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}
