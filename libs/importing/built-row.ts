import type { BuiltRow, RowBuilder } from './mapping/row-builder.js';
import type { SourceRow } from './reading/source-row.js';
import { RowProblem } from './row-problem.js';

/** A row's values, and the rows of the file that they stand in: one, or the lines of one order. */
export interface RowOfFile {
  readonly row: BuiltRow;
  readonly sources: readonly SourceRow[];
}

/** Rows of the file that nothing can be recorded of, for one reason. */
export interface UnusableRows {
  readonly problem: RowProblem;
  readonly sources: readonly SourceRow[];
}

/** From cells to values, before anything is planned. */
export function buildRow(source: SourceRow, build: RowBuilder): RowOfFile | UnusableRows {
  const sources = [source];
  if (source.problem) return { problem: source.problem, sources };
  const row = build(source.cells);
  return row instanceof RowProblem ? { problem: row, sources } : { row, sources };
}
