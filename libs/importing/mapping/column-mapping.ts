import { nearest } from '@tenure/shape';
import { ImportRefused } from '../import-refused.js';
import type { AnyKind, FieldDefinition } from '../kinds/kind.js';
import { likeliestColumn } from './likeliest-column.js';
import { listedColumns } from './listed-columns.js';
import { columnsOf, type FoundField } from './mapped-field.js';
import { type NamedColumns, recognise, Undecided } from './recognition.js';

export type ColumnMap = Readonly<Record<string, string | number>>;

/** Prefix of mapped fields that are attributes of the customer: `attribute.sector=Branch`. */
export const attributePrefix = 'attribute.';

/** The names of the columns, with the cells of the first rows, or their number where the file does not name them. */
export type Columns = NamedColumns | { readonly count: number };

/** Whether the mapping presupposes a file whose first line names the columns. */
export function mapsByName(map: ColumnMap): boolean {
  return Object.values(map).some((column) => columnNumber(column) === null);
}

/** 0-based, or null for a name. */
export function columnNumber(column: string | number): number | null {
  const number = typeof column === 'number' ? column : /^\d+$/.test(column) ? Number(column) : Number.NaN;
  return Number.isNaN(number) ? null : number - 1;
}

/** Refuses fields that the kind does not have, before the file is read. */
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

/** The columns of the fields that the mapping names. Refuses a missing column. */
export function mappedByOption(map: ColumnMap, columns: Columns): FoundField[] {
  return Object.entries(map).map(([field, column]) => {
    const { index, column: name } = findColumn(field, column, columns);
    return { field, column: name, from: index, by: 'map' };
  });
}

/**
 * The columns of the other fields: the column of the same name, otherwise one that is known to mean the field.
 * Refuses a field that every row needs if several columns are equally likely.
 */
export function namedAndRecognised(kind: AnyKind, given: readonly FoundField[], columns: NamedColumns): FoundField[] {
  const taken = new Set(given.flatMap(columnsOf));
  const open = Object.keys(kind.fields).filter((field) => !given.some((each) => each.field === field));
  const names = columns.names.map((name) => name.trim().toLowerCase());
  const named = open.flatMap((field): FoundField[] => {
    const index = names.indexOf(field);
    return index < 0 || (field === 'customer_id' && isIdentifying(given, index))
      ? []
      : [{ field, from: index, column: columns.names[index] as string, by: 'name' }];
  });
  const found = [...given, ...named];
  for (const each of named) for (const index of columnsOf(each)) taken.add(index);
  for (const field of open.filter((each) => !named.some(({ field: name }) => name === each))) {
    const { onlyWith } = kind.fields[field] as FieldDefinition;
    if (onlyWith && !found.some((each) => onlyWith.includes(each.field))) continue;
    const recognised = recognise(kind, field, columns, taken);
    if (recognised instanceof Undecided) {
      if (isNeeded(kind, field, found)) throw undecided(field, recognised);
    } else if (recognised) {
      found.push(recognised);
      for (const index of columnsOf(recognised)) taken.add(index);
    }
  }
  return found.slice(given.length);
}

/** Whether the options say that a column is not the id but the value that an id is made from. */
function isIdentifying(given: readonly FoundField[], index: number): boolean {
  return given.some((each) => ['email', 'phone', 'account'].includes(each.field) && columnsOf(each).includes(index));
}

/** Refuses a file without a field that every row needs. */
export function refuseMissing(kind: AnyKind, found: readonly FoundField[], columns: Columns): void {
  const missing = Object.keys(kind.fields).find((field) => isNeeded(kind, field, found) && !found.some((each) => each.field === field));
  if (missing !== undefined) throw unmapped(kind, missing, columns, found);
}

function isNeeded({ fields }: AnyKind, field: string, found: readonly FoundField[]): boolean {
  const { required, unless } = fields[field] as FieldDefinition;
  return (required === true || unless !== undefined) && !found.some((each) => unless?.includes(each.field));
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

function unmapped(kind: AnyKind, field: string, columns: Columns, found: readonly FoundField[]): ImportRefused {
  const taken = new Set(found.flatMap(columnsOf));
  const likely = 'names' in columns ? likeliestColumn(kind, field, columns, taken) : null;
  const example = likely === null ? `--map ${field}=${'names' in columns ? 'COLUMN' : 'NUMBER'}` : `--map ${field}=${quotedColumn(likely)}`;
  const advice = likely === null ? `say which it is, ${example}` : `if it is "${likely}", ${example}`;
  return new ImportRefused('unmapped-field', `map.${field}`, `${kind.name} need ${field}, and no column is known to be it: ${advice}. ${listed(columns)}`);
}

function undecided(field: string, { columns }: Undecided): ImportRefused {
  const named = columns.map((name) => `"${name}"`).join(' or ');
  const example = `--map ${field}=${quotedColumn(columns[0] as string)}`;
  return new ImportRefused('undecided-field', `map.${field}`, `${field} could be ${named}: say which it is, e.g. ${example}`);
}

/** In the form that `--map` takes on a command line. */
function quotedColumn(name: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(name) && !/^\d+$/.test(name) ? name : `'"${name.replaceAll('"', '""')}"'`;
}

function listed(columns: Columns): string {
  return 'names' in columns ? listedColumns(columns.names) : `The file has ${columns.count} columns without names`;
}
