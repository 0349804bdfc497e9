import type { AnyKind } from '../kinds/kind.js';
import { isTimeOfDay, mayHold } from './fitting-cells.js';
import { headerWord, headerWords } from './header-word.js';
import { joined, type MappedField } from './mapped-field.js';
import { wordsOf } from './vocabulary/index.js';
import { ranked } from './vocabulary/words.js';

/** A file's columns: what they are called and what stands in them, as far as the first rows show. */
export interface NamedColumns {
  readonly names: readonly string[];
  /** The cells of the first rows; may be empty. */
  readonly sample: readonly (readonly string[])[];
}

/** Columns that are as likely as each other to be a field: the file's owner has to say which. */
export class Undecided {
  constructor(readonly columns: readonly string[]) {}
}

const timesOfDay = ranked(
  'time, order time, transaction time, purchase time, sale time, Uhrzeit, Zeit, Bestellzeit, 时间, 下单时间, 交易时间',
)[0] as ReadonlySet<string>;

/** The column a field is known to be called, the likeliest of those not taken yet. */
export function recognise(kind: AnyKind, field: string, columns: NamedColumns, taken: ReadonlySet<number>): MappedField | Undecided | null {
  const type = kind.fields[field]?.type ?? 'text';
  for (const rank of wordsOf(kind.name, field)) {
    const found = indexesOf(columns, (name) => headerWords(name).some((word) => rank.has(word))).filter(
      (index) => !taken.has(index) && mayHold(type, cellsOf(columns, index)),
    );
    const whole = found.filter((index) => rank.has(headerWord(columns.names[index] as string)));
    const [first, ...others] = whole.length > 0 ? whole : found;
    if (first === undefined) continue;
    if (others.length > 0) return new Undecided([first, ...others].map((index) => columns.names[index] as string));
    const column = columns.names[first] as string;
    const mapped: MappedField = { field, index: first, column, by: 'words' };
    return type === 'time' ? withTimeOfDay(mapped, columns, taken) : mapped;
  }
  return field === 'name' ? nameInTwoColumns(kind, columns, taken) : null;
}

/** How many of the fields' columns a line would name: a header names several, a title or a row none. */
export function fieldsNamedBy(kind: AnyKind, names: readonly string[]): number {
  const words = new Set(names.flatMap(headerWords));
  const fields = Object.keys(kind.fields);
  return fields.filter((field) => words.has(headerWord(field)) || wordsOf(kind.name, field).some((rank) => [...words].some((word) => rank.has(word)))).length;
}

/** A day beside its time of day is one moment in two columns. */
function withTimeOfDay(day: MappedField, columns: NamedColumns, taken: ReadonlySet<number>): MappedField {
  const days = cellsOf(columns, day.index).filter((cell) => cell !== '');
  if (days.length === 0 || days.some((cell) => /\d:\d/.test(cell))) return day;
  const [time] = indexesOf(columns, (name) => timesOfDay.has(headerWord(name))).filter((index) => {
    const cells = cellsOf(columns, index).filter((cell) => cell !== '');
    return index !== day.index && !taken.has(index) && cells.length > 0 && cells.every(isTimeOfDay);
  });
  return time === undefined ? day : inTwoColumns(day, time, columns);
}

function nameInTwoColumns(kind: AnyKind, columns: NamedColumns, taken: ReadonlySet<number>): MappedField | null {
  const given = partOfName(kind, 'given_name', columns, taken);
  const family = partOfName(kind, 'family_name', columns, taken);
  if (given === null || family === null) return null;
  return inTwoColumns({ field: 'name', index: given, column: columns.names[given] as string, by: 'words' }, family, columns);
}

function partOfName(kind: AnyKind, part: string, columns: NamedColumns, taken: ReadonlySet<number>): number | null {
  for (const rank of wordsOf(kind.name, part)) {
    const [index] = indexesOf(columns, (name) => rank.has(headerWord(name)));
    if (index !== undefined && !taken.has(index)) return index;
  }
  return null;
}

function inTwoColumns(first: MappedField, second: number, { names }: NamedColumns): MappedField {
  return { ...first, column: `${first.column} + ${names[second]}`, further: [second], combine: joined };
}

function indexesOf({ names }: NamedColumns, matches: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (matches(name) ? [index] : []));
}

export function cellsOf({ sample }: NamedColumns, index: number): string[] {
  return sample.map((cells) => cells[index]?.trim() ?? '');
}
