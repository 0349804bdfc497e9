import { nearest } from '@tenure/shape';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind } from '../kinds/kind.js';

export type ColumnMap = Readonly<Record<string, string | number>>;

/** Prefix of mapped fields that are attributes of the customer: `attribute.sector=Branch`. */
export const attributePrefix = 'attribute.';

/** A field and where in a row its cell is. */
export interface MappedField {
  /** As in the mapping, e.g. `occurred_at` or `attribute.sector`. */
  readonly field: string;
  readonly index: number;
  /** The column's name, or its 1-based number where it has none. */
  readonly column: string | number;
}

/** What the columns are called, or how many there are where nobody named them. */
export type Columns = { readonly names: readonly string[] } | { readonly count: number };

/** Whether the mapping can only be meant for a file whose first line names the columns. */
export function mapsByName(map: ColumnMap): boolean {
  return Object.values(map).some((column) => columnNumber(column) === null);
}

/** 0-based, or null for a name. */
export function columnNumber(column: string | number): number | null {
  const number = typeof column === 'number' ? column : /^\d+$/.test(column) ? Number(column) : Number.NaN;
  return Number.isNaN(number) ? null : number - 1;
}

/** Refuses fields the kind does not have, before the file is looked at. */
export function checkFields(kind: AnyKind, map: ColumnMap): void {
  const known = Object.keys(kind.fields);
  for (const field of Object.keys(map)) {
    if (known.includes(field) || (kind.takesAttributes && field.startsWith(attributePrefix) && field.length > attributePrefix.length)) continue;
    const near = nearest(field, known);
    const all = kind.takesAttributes ? [...known, 'attribute.<name>'] : known;
    throw new ImportRefused(
      'unknown-field',
      `map.${field}`,
      `${kind.name} have no field "${field}"${near ? `, did you mean "${near}"?` : ''} There are: ${all.join(', ')}`,
    );
  }
}

/** Where each field's cell is: as mapped, else in the column of the same name. Refuses a column that is not there, and a required field without one. */
export function mapColumns(kind: AnyKind, map: ColumnMap, columns: Columns): MappedField[] {
  const mapped = Object.entries(map).map(([field, column]) => ({ field, ...findColumn(field, column, columns) }));
  const names = 'names' in columns ? columns.names.map((name) => name.trim().toLowerCase()) : [];
  for (const field of Object.keys(kind.fields)) {
    if (map[field] !== undefined) continue;
    const index = names.indexOf(field);
    if (index >= 0 && 'names' in columns) mapped.push({ field, index, column: columns.names[index] as string });
    else if (kind.fields[field]?.required) throw missing(kind, field, columns);
  }
  return mapped;
}

function findColumn(field: string, column: string | number, columns: Columns): { index: number; column: string | number } {
  const number = columnNumber(column);
  if ('count' in columns) {
    if (number !== null && number >= 0 && number < columns.count) return { index: number, column: number + 1 };
    const why =
      number === null ? `the file has no line that names its columns, so "${column}" can't be found: give its number` : `there is no column ${column}`;
    throw new ImportRefused('unknown-column', `map.${field}`, `${field}=${column}: ${why}, from 1 to ${columns.count}`);
  }
  const { names } = columns;
  const index = names.indexOf(String(column));
  if (index >= 0) {
    if (names.indexOf(String(column), index + 1) < 0) return { index, column: names[index] as string };
    throw new ImportRefused(
      'ambiguous-column',
      `map.${field}`,
      `${field}=${column}: two columns are called "${column}": map it by number, e.g. ${field}=${index + 1}`,
    );
  }
  if (number !== null && number >= 0 && number < names.length) return { index: number, column: names[number] as string };
  const near = nearest(String(column), names);
  throw new ImportRefused(
    'unknown-column',
    `map.${field}`,
    `${field}=${column}: there is no column "${column}"${near ? `, did you mean "${near}"?` : ''} ${listed(columns)}`,
  );
}

function missing(kind: AnyKind, field: string, columns: Columns): ImportRefused {
  const near = 'names' in columns ? nearest(field, columns.names) : null;
  const example = near ?? ('names' in columns ? (columns.names[0] ?? 'NAME') : 1);
  return new ImportRefused(
    'unmapped-field',
    `map.${field}`,
    `${kind.name} need ${field}, and no column is called so: say which it is, e.g. --map ${field}=${example}. ${listed(columns)}`,
  );
}

function listed(columns: Columns): string {
  return 'names' in columns ? `The columns are: ${columns.names.join(', ')}` : `The file has ${columns.count} columns without names`;
}
