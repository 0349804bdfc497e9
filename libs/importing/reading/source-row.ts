import { RowProblem } from '../row-problem.js';
import type { TextLine } from './text-lines.js';

/** One row of the file, in any format: its cells as text, or the reason why it has none. */
export interface SourceRow {
  /** Number of its first physical line, from 1. */
  readonly line: number;
  readonly text: string;
  /** As in the file: repeated in an errors file. */
  readonly cells: readonly string[];
  /** The values that fields are read from, where these are not the cells: derived ones come after the others. */
  readonly values?: readonly string[];
  /** Some values come from the row before, which this one continues. */
  readonly isContinued?: true;
  readonly problem: RowProblem | null;
}

export function valuesOf({ values, cells }: SourceRow): readonly string[] {
  return values ?? cells;
}

/** Turns lines into rows, from the top of one file to its end. */
export interface RowReader {
  /** `last` when nothing follows: a record that is still open is then broken. */
  read(lines: readonly TextLine[], last: boolean): SourceRow[];
}

/** How rows are written in a file. */
export interface RowFormat {
  reader(): RowReader;
  /** Whether the text alone determines the cells of a sound row, and cheaply. */
  isPlain(text: string): boolean;
  /** The cells of a plain row. */
  cellsOf(text: string): readonly string[];
  /** The values that fields are read from, where these are not the cells. */
  valuesOf?(cells: readonly string[]): readonly string[];
}

export function brokenRow({ number, text }: TextLine, problem: RowProblem): SourceRow {
  return { line: number, text, cells: [], problem };
}

/** The number of columns of an Excel sheet. */
export const mostCells = 16_384;

/** A row with so many cells that only a wrong delimiter, or malice, explains them. */
export function tooManyCells({ number, text }: TextLine, cells: number): SourceRow {
  const reason = `the row has ${cells} cells, at most ${mostCells} are read: look for another delimiter, or delete columns`;
  return brokenRow({ number, text, problem: null }, new RowProblem('too-many-columns', null, reason));
}
