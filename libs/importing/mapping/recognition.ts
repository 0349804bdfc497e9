import type { AnyKind } from '../kinds/kind.js';
import { creditLessDebit, withSpaces } from './derived-cells.js';
import { isTimeOfDay, mayHold } from './fitting-cells.js';
import { headerWord, headerWords } from './header-word.js';
import type { FoundField } from './mapped-field.js';
import { type Ranks, wordsOf } from './vocabulary/index.js';
import { ranked } from './vocabulary/words.js';

/** A file's columns: their names, and their content as far as the first rows show it. */
export interface NamedColumns {
  readonly names: readonly string[];
  /** The cells of the first rows; may be empty. */
  readonly sample: readonly (readonly string[])[];
}

/** Columns that are equally likely to be a field: the file's owner has to choose. */
export class Undecided {
  constructor(readonly columns: readonly string[]) {}
}

const timesOfDay = ranked(
  'time, order time, transaction time, purchase time, sale time, Uhrzeit, Zeit, Bestellzeit, 时间, 下单时间, 交易时间',
)[0] as ReadonlySet<string>;

const credits = ranked(
  'credit, credit amount, credits, paid in, money in, deposit, deposits, Haben, Habenbetrag, Gutschriften, Eingang, Einzahlung, 贷方, 贷方金额, 收入, 收入金额, 贷方发生额, 存入',
);
const debits = ranked(
  'debit, debit amount, debits, paid out, money out, withdrawal, withdrawals, Soll, Sollbetrag, Lastschriften, Ausgang, Auszahlung, 借方, 借方金额, 支出, 支出金额, 借方发生额, 支取',
);

/** The likeliest column with a known name of the field, among those not taken yet. */
export function recognise(kind: AnyKind, field: string, columns: NamedColumns, taken: ReadonlySet<number>): FoundField | Undecided | null {
  const type = kind.fields[field]?.type ?? 'text';
  for (const rank of wordsOf(kind, field)) {
    const found = indexesOf(columns, (name) => headerWords(name).some((word) => rank.has(word))).filter(
      (index) => !taken.has(index) && mayHold(type, cellsOf(columns, index)),
    );
    const whole = found.filter((index) => rank.has(headerWord(columns.names[index] as string)));
    const [first, ...others] = whole.length > 0 ? whole : found;
    if (first === undefined) continue;
    if (others.length > 0) return new Undecided([first, ...others].map((index) => columns.names[index] as string));
    const column = columns.names[first] as string;
    const mapped: FoundField = { field, from: first, column, by: 'words' };
    return type === 'time' ? withTimeOfDay(mapped, first, columns, taken) : mapped;
  }
  if (field === 'name') return nameInTwoColumns(kind, columns, taken);
  return field === 'amount' ? creditsAndDebits(columns, taken) : null;
}

/** A day next to its time of day is one moment in two columns. */
function withTimeOfDay(day: FoundField, dayIndex: number, columns: NamedColumns, taken: ReadonlySet<number>): FoundField {
  const days = cellsOf(columns, dayIndex).filter((cell) => cell !== '');
  if (days.length === 0 || days.some((cell) => /\d:\d/.test(cell))) return day;
  const [time] = indexesOf(columns, (name) => timesOfDay.has(headerWord(name))).filter((index) => {
    const cells = cellsOf(columns, index).filter((cell) => cell !== '');
    return index !== dayIndex && !taken.has(index) && cells.length > 0 && cells.every(isTimeOfDay);
  });
  return time === undefined ? day : inTwoColumns(day.field, [dayIndex, time], columns, withSpaces);
}

function nameInTwoColumns(kind: AnyKind, columns: NamedColumns, taken: ReadonlySet<number>): FoundField | null {
  const given = firstOf(wordsOf(kind, 'given_name'), columns, taken);
  const family = firstOf(wordsOf(kind, 'family_name'), columns, taken);
  return given === null || family === null ? null : inTwoColumns('name', [given, family], columns, withSpaces);
}

function creditsAndDebits(columns: NamedColumns, taken: ReadonlySet<number>): FoundField | null {
  const credit = firstOf(credits, columns, taken);
  const debit = firstOf(debits, columns, taken);
  return credit === null || debit === null ? null : inTwoColumns('amount', [credit, debit], columns, creditLessDebit);
}

function firstOf(ranks: Ranks, columns: NamedColumns, taken: ReadonlySet<number>): number | null {
  for (const rank of ranks) {
    const [index] = indexesOf(columns, (name) => headerWords(name).some((word) => rank.has(word)));
    if (index !== undefined && !taken.has(index)) return index;
  }
  return null;
}

function inTwoColumns(field: string, uses: readonly [number, number], { names }: NamedColumns, derive: (texts: readonly string[]) => string): FoundField {
  return { field, column: `${names[uses[0]]} + ${names[uses[1]]}`, from: { uses, derive }, by: 'words' };
}

function indexesOf({ names }: NamedColumns, matches: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (matches(name) ? [index] : []));
}

export function cellsOf({ sample }: NamedColumns, index: number): string[] {
  return sample.map((cells) => cells[index]?.trim() ?? '');
}
