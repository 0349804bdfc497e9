import type { RowFormat, SourceRow } from '../reading/source-row.js';

/** A cell that a row does not have, derived from those it has. */
export interface DerivedCell {
  /** Indexes of the cells it is derived from. */
  readonly uses: readonly number[];
  /** Takes their texts, trimmed, in that order. */
  derive(texts: readonly string[]): string;
}

/** Rows whose fields are read from their cells and, after these, the derived ones, in the given order. */
export function withDerivedCells(format: RowFormat, width: number, derived: readonly DerivedCell[]): RowFormat {
  if (derived.length === 0) return format;
  const extended = (cells: readonly string[]): readonly string[] => {
    const all = Array.from({ length: width }, (_, at) => cells[at] ?? '');
    for (const { uses, derive } of derived) all.push(derive(uses.map((index) => all[index]?.trim() ?? '')));
    return all;
  };
  const widened = (row: SourceRow): SourceRow => (row.problem ? row : { ...row, values: extended(row.cells) });
  return {
    reader() {
      const own = format.reader();
      return { read: (lines, last) => own.read(lines, last).map(widened) };
    },
    isPlain: (text) => format.isPlain(text),
    cellsOf: (text) => format.cellsOf(text),
    valuesOf: extended,
  };
}

/** The texts that are not empty, with a space between them. */
export function withSpaces(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

/** Credits less debits: a row fills in one of the two columns, and a debit may or may not carry its minus. */
export function creditLessDebit([credit = '', debit = '']: readonly string[]): string {
  if (/[1-9]/.test(credit) || !/\d/.test(debit)) return credit;
  return /^[-−(]|-$/.test(debit) ? debit : `-${debit}`;
}
