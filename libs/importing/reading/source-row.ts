import { RowProblem } from '../row-problem.js';
import type { TextLine } from './text-lines.js';

/** One row of the file, in whatever format: its cells as text, or what keeps it from having any. */
export interface SourceRow {
  /** Of its first physical line, from 1. */
  readonly line: number;
  readonly text: string;
  /** As they stand in the file: what an errors file repeats. */
  readonly cells: readonly string[];
  /** What fields are read from, where that is not the cells: those derived from others stand behind them. */
  readonly values?: readonly string[];
  /** Some values are those of the row before, which this one continues. */
  readonly isContinued?: true;
  readonly problem: RowProblem | null;
}

export function valuesOf({ values, cells }: SourceRow): readonly string[] {
  return values ?? cells;
}

/** Turns lines into rows, once from the top of a file to its end. */
export interface RowReader {
  /** `last` when nothing follows: a record that is still open is then a broken one. */
  read(lines: readonly TextLine[], last: boolean): SourceRow[];
}

/** How rows are written in a file. */
export interface RowFormat {
  reader(): RowReader;
  /** Whether a sound row's text alone tells its cells, and cheaply. */
  isPlain(text: string): boolean;
  /** The cells of a plain row. */
  cellsOf(text: string): readonly string[];
  /** What fields are read from, where that is not the cells. */
  valuesOf?(cells: readonly string[]): readonly string[];
}

export function brokenRow({ number, text }: TextLine, problem: RowProblem): SourceRow {
  return { line: number, text, cells: [], problem };
}

/** As many columns as a sheet of Excel has. */
export const mostCells = 16_384;

/** A row of so many cells that a wrong delimiter, or malice, has made them. */
export function tooManyCells({ number, text }: TextLine, cells: number): SourceRow {
  const reason = `the row has ${cells} cells, at most ${mostCells} are read: look for another delimiter, or delete columns`;
  return brokenRow({ number, text, problem: null }, new RowProblem('too-many-columns', null, reason));
}
